package law

import (
	"slices"
	"time"
)

// paidDays are the days from Monday on over which the hours of a contract that changes within a week are spread.
const paidDays = 5

// covers reports whether the contract is in force on a civil date.
func (c *Contract) covers(date string) bool { return c.From <= date && (c.To == "" || date <= c.To) }

// InForce returns the contract that is in force on a civil date; nil for none.
func InForce(contracts []Contract, date string) *Contract {
	for i := range contracts {
		if contracts[i].covers(date) {
			return &contracts[i]
		}
	}
	return nil
}

// WeekMinutes returns the hours that contracts hold in the civil week of a Monday, in minutes: those of a contract that is in force all week;
// where it begins, ends or changes, a fifth for each day from Monday to Friday. It is 0 where a contract of these days does not say its hours.
func WeekMinutes(contracts []Contract, monday string) int {
	first, err := time.Parse(time.DateOnly, monday)
	if err != nil {
		return 0
	}
	sum := 0
	for day := range paidDays {
		contract := InForce(contracts, first.AddDate(0, 0, day).Format(time.DateOnly))
		if contract == nil {
			continue
		}
		if contract.WeekMinutes == 0 {
			return 0
		}
		sum += contract.WeekMinutes
	}
	return sum / paidDays
}

// ofWeek returns the contracts in force on some day of the civil week of a Monday, in order of their days; one that says nothing where there
// is none.
func ofWeek(contracts []Contract, monday string) []*Contract {
	found := []*Contract{}
	if first, err := time.Parse(time.DateOnly, monday); err == nil {
		for day := range daysInWeek {
			contract := InForce(contracts, first.AddDate(0, 0, day).Format(time.DateOnly))
			if contract != nil && !slices.Contains(found, contract) {
				found = append(found, contract)
			}
		}
	}
	if len(found) == 0 {
		found = append(found, &noContract)
	}
	return found
}
