// Package exchange moves the records of a house to and from the files its people work with: one workbook, or the same tables as CSV.
//
// One table per sheet ([Sheets]) says which columns there are, how each is read, written, explained and matched by other names; import,
// export, the CSV of the lists and the empty model all come from it. Reading a file changes nothing: [Look] says row by row what would be
// created, changed, left alone or refused and why, and [Preview.Batch] hands the accepted rows to the store, which writes them all or none.
package exchange
