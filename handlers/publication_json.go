package handlers

import (
	"time"

	"github.com/maillage-dime/maillage/planner"
	"github.com/maillage-dime/maillage/planner/law"
)

type publicationJSON struct {
	Version      int                `json:"version" doc:"The version the week gets."`
	Replaces     *int               `json:"replaces" doc:"The version it takes the place of."`
	Concerned    []concernedJSON    `json:"concerned" doc:"The people whose week changes."`
	Changes      int                `json:"changes"`
	Unplanned    int                `json:"unplanned"`
	Untouched    int                `json:"untouched" doc:"People whose week stays as it is."`
	Children     []string           `json:"children" doc:"Those whose hours or people change. Their families and taxis are not told."`
	Breaches     []planner.Breach   `json:"breaches" doc:"What prevents publication."`
	Conflicts    []openConflictJSON `json:"conflicts" doc:"What asks for a signed reason each, the rule of the house first."`
	SignedBefore []signedJSON       `json:"signed_before" doc:"What the version it replaces was signed for: reasons to take up where a finding is the same."`
	Findings     []law.Finding      `json:"findings" doc:"What the working-time law says: legal ones prevent publication, those of severity agreement ask for a signed reason each."`
}

// publishJSON asks to publish what was seen, with a reason for every finding that asks for one.
type publishJSON struct {
	Revision  int                `json:"revision" minimum:"0" maximum:"2147483647" doc:"The revision seen by the person who asks."`
	Reasons   []signReasonJSON   `json:"reasons,omitempty" maxItems:"200"`
	Conflicts []signConflictJSON `json:"conflicts,omitempty" maxItems:"500"`
	Note      plainLine          `json:"note,omitempty" maxLength:"1000" doc:"What those who read the version find beside it."`
}

// signReasonJSON signs one finding, which it names by rule, person and first day.
type signReasonJSON struct {
	Rule         identifier `json:"rule"`
	Professional identifier `json:"professional"`
	From         string     `json:"from" format:"date"`
	Reason       plainLine  `json:"reason" maxLength:"300"`
}

// openConflictJSON is a conflict that is published when somebody signs for it.
type openConflictJSON struct {
	Activity     string           `json:"activity" doc:"Empty where it is about somebody's day."`
	Occurrence   int              `json:"occurrence"`
	Code         string           `json:"code"`
	Professional string           `json:"professional"`
	Day          int              `json:"day"`
	Breaches     []planner.Breach `json:"breaches" doc:"What it says: one rule may be broken for several children of a group."`
	Kept         *keptJSON        `json:"kept" doc:"Who kept it in the draft; null where the records moved under it."`
}

// signConflictJSON signs one conflict, named as the preview names it.
type signConflictJSON struct {
	Activity     string    `json:"activity" maxLength:"64"`
	Occurrence   int       `json:"occurrence" minimum:"0" maximum:"10000"`
	Code         string    `json:"code" maxLength:"64"`
	Professional string    `json:"professional" maxLength:"64"`
	Day          int       `json:"day" minimum:"-1" maximum:"13"`
	Reason       plainLine `json:"reason" maxLength:"300"`
}

// signedJSON is a finding with the reason it was published with.
type signedJSON struct {
	Rule         string    `json:"rule"`
	Article      string    `json:"article"`
	Professional string    `json:"professional"`
	From         string    `json:"from" format:"date"`
	Value        int       `json:"value"`
	Limit        int       `json:"limit"`
	Reason       string    `json:"reason"`
	SignedAt     time.Time `json:"signed_at"`
	SignedBy     *string   `json:"signed_by" doc:"Name of the account."`
}

type concernedJSON struct {
	Professional string             `json:"professional"`
	Changes      []personChangeJSON `json:"changes"`
	Account      bool               `json:"account" doc:"Has an account to read the week in."`
	Calendar     bool               `json:"calendar" doc:"Subscribes to a calendar of it."`
}

type personChangeJSON struct {
	Activity   string   `json:"activity"`
	Occurrence int      `json:"occurrence"`
	Kind       string   `json:"kind" enum:"added,removed,moved,restaffed"`
	Old        *oldJSON `json:"old"`
	New        *oldJSON `json:"new"`
}

type publishedJSON struct {
	Rota      rotaJSON `json:"rota"`
	Concerned int      `json:"concerned" doc:"How many people's week changed."`
	Version   int      `json:"version"`
}
