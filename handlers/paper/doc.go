// Package paper draws the sheets people print: the week of a team on A3, of a person, a child and a room on A4, and the list of our staff in a
// school. It knows nothing of the database and decides nobody's rights: it draws what it is given, in black on white, so that a copier loses
// nothing. Whatever differs by its ground on a screen differs by letters and by the pattern of its edge here.
package paper
