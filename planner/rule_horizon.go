package planner

// pastMidnight is how far an occurrence may run past the last midnight of the horizon.
const pastMidnight = 12 * 60
