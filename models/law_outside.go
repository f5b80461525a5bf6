package models

import (
	"cmp"
	"slices"

	"github.com/maillage-dime/maillage/planner/law"
)

// RuleOutsideTeam is the rule of the house itself: a child is met by people of a team dedicated to the child's modality, else by a transversal
// team that serves it, never by others unless somebody signs for it. The planner holds it wherever a need leaves the choice open; a need that
// names people sets it aside, and that is what is signed here.
const RuleOutsideTeam law.Code = "outside_team"

// Where the rule stands, as findings cite it.
const (
	articleOutsideTeam = "Règle de la maison"
	sourceOutsideTeam  = "docs/droit.md"
)

// outsideTeams returns for each professional the sessions of the week with children whom none of their teams serves.
func (r *rotaState) outsideTeams() []law.Finding {
	found := map[string]*law.Finding{}
	for i := range r.occurrences {
		o := &r.occurrences[i]
		activity, _ := r.week.model.ActivityIndex(o.ActivityID)
		children := r.week.problem.Activities[activity].Children
		if len(children) == 0 {
			continue
		}
		for _, person := range o.Staff {
			index, known := r.week.model.ProfessionalIndex(person)
			if !known || r.week.model.Serves(activity, index) {
				continue
			}
			date := r.week.house.Week.Day(o.Start / dayMinutes)
			if found[person] == nil {
				found[person] = &law.Finding{
					Rule: RuleOutsideTeam, Article: articleOutsideTeam, Source: sourceOutsideTeam, Severity: law.Consent, Person: person, From: date, To: date, Unit: law.Count,
				}
			}
			finding := found[person]
			finding.From, finding.To = min(finding.From, date), max(finding.To, date)
			finding.Value++
			finding.By++
			finding.Children = append(finding.Children, children...)
		}
	}
	findings := make([]law.Finding, 0, len(found))
	for _, finding := range found {
		slices.Sort(finding.Children)
		finding.Children = slices.Compact(finding.Children)
		findings = append(findings, *finding)
	}
	slices.SortFunc(findings, func(one, other law.Finding) int { return cmp.Compare(one.Person, other.Person) })
	return findings
}

// amongAgreements puts the findings of the house's own rule before those of the law that ask for a reason too.
func amongAgreements(findings, own []law.Finding) []law.Finding {
	first := slices.IndexFunc(findings, func(f law.Finding) bool { return f.Severity != law.Legal })
	if first < 0 {
		first = len(findings)
	}
	return slices.Insert(findings, first, own...)
}
