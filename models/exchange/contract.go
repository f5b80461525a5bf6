package exchange

import (
	"slices"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

// ofContract makes a column of a contract one of its person: of the contract in force on the day the house is read, else of the next to
// begin, else of the last. Other contracts are in no workbook and stay as they are. The end of a contract has to be read last of its columns,
// because it says which contract the row is about.
func ofContract(c column[models.Contract]) column[models.Professional] {
	return column[models.Professional]{
		Column: c.Column,
		get: func(w *writer, p *models.Professional) sheets.Cell {
			if at := p.ContractAround(w.house.Today); at >= 0 {
				return c.get(w, &p.Contracts[at])
			}
			return sheets.Cell{}
		},
		set: func(r *reader, cell sheets.Cell, p *models.Professional) *sheets.Issue {
			p.Contracts = slices.Clone(p.Contracts)
			at := p.ContractAround(r.house.Today)
			if at < 0 {
				at, p.Contracts = 0, []models.Contract{freshContract()}
			}
			return c.set(r, cell, &p.Contracts[at])
		},
	}
}

// freshContract is the contract of somebody of whom a file says nothing more.
func freshContract() models.Contract {
	return models.Contract{Convention: models.ConventionOther, Kind: models.ContractPermanent}
}
