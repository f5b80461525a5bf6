// Package demo fills an empty database with the invented DIME de l'Ambelle: a believable house to try Maillage in. Nobody in it exists; the
// same call gives the same house, placed around the week of the clock it is given.
package demo
