// Package jobs does the work nobody waits for at a counter: plan runs, and what the clock asks for. It is the only package that knows cron
// and the only one that calls the search. Work is taken from the store under a lease, so a killed process loses nothing: whoever comes next
// takes its jobs up again when the lease has run out.
package jobs
