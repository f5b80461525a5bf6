// Package planner is the planning model of Maillage: what a week asks for ([Problem]), what was decided ([Plan]), and what a decision is worth ([Report]).
//
// All times are whole minutes of local wall-clock time counted from 00:00 of the first day, so day d is [1440 d, 1440 (d+1)).
// Intervals are half open. All costs are non-negative whole numbers; lower is better. The package is pure: standard library only, no clock,
// no global random source, no I/O beyond the readers and writers it is given.
package planner
