// Package models holds the rows of Maillage and every query on them. It is the only package that knows bun.
//
// Every method of [Store] takes the [Actor] on whose behalf it works, checks the table of rights before anything else, and writes its audit
// row in the same transaction as its change. Civil dates are TEXT (YYYY-MM-DD), instants are UTC truncated to microseconds, hours of a day
// are minutes after midnight, hours of a week are minutes after Monday 00:00, all in the facility's time zone.
package models
