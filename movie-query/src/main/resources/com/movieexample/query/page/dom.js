// Makes elements. Text is only ever put in as text, so no data can become markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An element of HTML. Of the attributes `on…` are listeners, and null or false leaves one out. */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** An element of SVG. */
export function drawn(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    set(made, name, value);
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

function set(made, name, value) {
  if (name.startsWith('on')) {
    made.addEventListener(name.slice(2), value);
  } else if (value === true) {
    made.setAttribute(name, '');
  } else if (value !== null && value !== undefined && value !== false) {
    made.setAttribute(name, value);
  }
}
