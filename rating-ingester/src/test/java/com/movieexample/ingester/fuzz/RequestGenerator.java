package com.movieexample.ingester.fuzz;

/** Makes of a number a request. */
record RequestGenerator(long seed) {
    FuzzRequest request(long number) {
        Dice dice = new Dice(seed, number);
        int kind = dice.below(100);
        if (kind < 25) {
            return GoodRequests.any(dice);
        }
        if (kind < 60) {
            return IntakeRequests.any(dice);
        }
        if (kind < 80) {
            return RecordRequests.any(dice);
        }
        return kind < 90 ? HeaderRequests.any(dice) : MalformedRequests.any(dice);
    }
}
