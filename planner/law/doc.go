// Package law checks hours of work against the French law on working time and the conventions of the field.
//
// Rules are data beside their article, one in each file; [Check] applies them all to the hours of a few people over some weeks and returns
// what it finds. Nothing here knows a database, a clock or a language: dates are civil, `now` is given, sentences are made by the screens.
package law
