package models

import (
	"cmp"
	"slices"

	"github.com/maillage-dime/maillage/planner/law"
)

// Contract is what somebody is employed for from a day to a day, both included. Contracts follow each other; on a day without one the person
// does not work here.
type Contract struct {
	From       *string      `json:"from_date,omitempty"` // nil: since before anybody looks
	To         *string      `json:"to_date,omitempty"`   // nil: without an end
	Minutes    int          `json:"minutes"`             // a week; 0: not known
	Convention Convention   `json:"convention"`
	Kind       ContractKind `json:"kind"`
	Agreements []string     `json:"agreements,omitempty"` // derogations agreed to in it, of [AgreementCodes], beside those of the house
}

// covers reports whether the contract is in force on a civil date.
func (c *Contract) covers(date string) bool {
	return (c.From == nil || *c.From <= date) && (c.To == nil || date <= *c.To)
}

// overlaps reports whether both contracts are in force on some day.
func (c *Contract) overlaps(other Contract) bool {
	return (c.To == nil || other.From == nil || *other.From <= *c.To) && (other.To == nil || c.From == nil || *c.From <= *other.To)
}

// ContractOn returns the contract of a civil date; nil for none.
func (p *Professional) ContractOn(date string) *Contract {
	if i := slices.IndexFunc(p.Contracts, func(c Contract) bool { return c.covers(date) }); i >= 0 {
		return &p.Contracts[i]
	}
	return nil
}

// ContractAround returns where the contract stands that people mean on a civil date: the one in force, else the next to begin, else the last;
// -1 for none.
func (p *Professional) ContractAround(date string) int {
	for i := range p.Contracts {
		if c := &p.Contracts[i]; c.To == nil || date <= *c.To {
			return i
		}
	}
	return len(p.Contracts) - 1
}

// ContractMinutes returns the hours that the contracts hold in a week, in minutes: where they change in it, a fifth for each day from Monday
// to Friday; 0 when they are not known.
func (p *Professional) ContractMinutes(week Week) int {
	return law.WeekMinutes(contractsOf(p), week.Day(0))
}

// conventionIn returns the convention of the first contract in force in a week; empty without one.
func (p *Professional) conventionIn(week Week) Convention {
	for day := range wholeWeek {
		if contract := p.ContractOn(week.Day(day)); contract != nil {
			return contract.Convention
		}
	}
	return ""
}

// targetIn returns a weekly target as far as the contracts of a week go: who begins or ends in it has the part of the days from Monday to
// Friday. Nil stays nil.
func (p *Professional) targetIn(week Week, target *int) *int {
	days := 0
	for day := range workingDays {
		if p.ContractOn(week.Day(day)) != nil {
			days++
		}
	}
	if target == nil || days == workingDays {
		return target
	}
	return new(*target * days / workingDays)
}

// completeContracts gives who has none a contract that says nothing, and puts contracts in order of their days.
func (p *Professional) completeContracts() {
	if len(p.Contracts) == 0 {
		p.Contracts = []Contract{{}}
	}
	p.Contracts = slices.Clone(p.Contracts)
	for i := range p.Contracts {
		c := &p.Contracts[i]
		c.Convention, c.Kind = cmp.Or(c.Convention, ConventionOther), cmp.Or(c.Kind, ContractPermanent)
		if len(c.Agreements) == 0 {
			c.Agreements = nil
		}
	}
	slices.SortStableFunc(p.Contracts, func(a, b Contract) int { return cmp.Compare(textOf(a.From), textOf(b.From)) })
}

// textOf returns what a reference holds, nothing for none.
func textOf(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// checkContracts gathers what is wrong with the contracts.
func (p *Professional) checkContracts(c *fieldChecks) {
	if !c.size("contracts", len(p.Contracts)) {
		return
	}
	for i, contract := range p.Contracts {
		at := indexed("contracts", i)
		c.period(at+".from_date", contract.From, at+".to_date", contract.To)
		c.within(at+".minutes", contract.Minutes, 0, weekMinutes)
		oneOf(c, at+".convention", contract.Convention, ConventionCCN66, ConventionCCN51, ConventionOther)
		oneOf(c, at+".kind", contract.Kind, ContractPermanent, ContractFixedTerm, ContractOther)
		c.agreements(at+".agreements", contract.Agreements)
		if slices.ContainsFunc(p.Contracts[:i], contract.overlaps) {
			c.add(at+".from_date", "overlaps", nil)
		}
	}
}

// contractsOf returns what the law reads of a professional's contracts.
func contractsOf(person *Professional) []law.Contract {
	contracts := make([]law.Contract, len(person.Contracts))
	for i := range person.Contracts {
		c := &person.Contracts[i]
		contracts[i] = law.Contract{
			From: textOf(c.From), To: textOf(c.To), Convention: law.Convention(c.Convention), WeekMinutes: c.Minutes,
			PartTime: c.Minutes > 0 && c.Minutes < law.LegalWeek, Family: familyOf(person.Profession), Minor: person.Minor,
			Agreements: agreementsOf(c.Agreements),
		}
	}
	return contracts
}

// agreementsOf returns codes of derogations as the law reads them.
func agreementsOf(codes []string) []law.Agreement {
	agreements := make([]law.Agreement, len(codes))
	for i, code := range codes {
		agreements[i] = law.Agreement(code)
	}
	return agreements
}
