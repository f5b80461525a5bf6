// Package handlers answers HTTP: the operations of the interface, the calendar feeds and the built-in front end. A handler decodes, makes one
// call to the store and encodes; rules of rows live in models, rules of plans in planner. It is the only package that knows Fiber and huma.
package handlers
