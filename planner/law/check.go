package law

// Check returns everything the rules find in the judged days, the gravest first. An input that does not begin on a Monday has no findings;
// no input makes it panic.
func Check(in *Input) []Finding {
	f := newFrame(in)
	if f == nil {
		return []Finding{}
	}
	findings := []Finding{}
	for i := range in.People {
		p := f.gather(&in.People[i])
		for r := range Rules {
			Rules[r].check(&Rules[r], p)
		}
		findings = append(findings, p.findings...)
	}
	sortFindings(findings)
	return findings
}
