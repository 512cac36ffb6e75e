'use strict';

window.ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  // It would send the document to a public host.
  validatorUrl: null,
  onComplete: () => {
    document.title = window.ui.specSelectors.info().get('title');
  },
});
