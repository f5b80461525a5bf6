package handlers

import "github.com/maillage-dime/maillage/planner"

// changeRotaJSON is one action of a person on a draft: all of its operations or none.
type changeRotaJSON struct {
	Revision   int             `json:"revision" minimum:"0" maximum:"2147483647" doc:"The revision the operations were made from."`
	Operations []operationJSON `json:"operations" minItems:"1" maxItems:"500"`
	Keep       bool            `json:"keep,omitempty" doc:"Make the change though it breaks rules, where a refusal said may_keep."`
	Reason     plainLine       `json:"reason,omitempty" maxLength:"300" doc:"Why it is made all the same; publication asks for it where it is missing."`
}

type operationJSON struct {
	Kind       string       `json:"kind" enum:"set,unplan,lock,unlock,copy,resize,split,join,remove" doc:"Four hold in this week only: a copy is one more of an activity, planned where an hour is named; resize makes one as long as length, and as always without; split takes children out of a group and gives them one of their own; join brings its children into another one. Remove takes it back."`
	Activity   identifier   `json:"activity"`
	Occurrence int          `json:"occurrence" minimum:"0" maximum:"10000"`
	Start      *int         `json:"start,omitempty" nullable:"true" minimum:"0" maximum:"10080" doc:"Minutes after Monday 00:00; without it the hour stays."`
	Staff      []identifier `json:"staff,omitempty" nullable:"true" maxItems:"50" doc:"Without it the people stay, or are chosen."`
	Attendees  []identifier `json:"attendees,omitempty" nullable:"true" maxItems:"200" doc:"Without it they stay."`
	Place      *identifier  `json:"place,omitempty" nullable:"true" doc:"Without it the place stays, or is chosen."`
	Room       *identifier  `json:"room,omitempty" nullable:"true" doc:"Without it the room stays, or is chosen."`
	Length     *int         `json:"length,omitempty" nullable:"true" minimum:"1" maximum:"1440" doc:"Of a resize, in minutes."`
	Children   []identifier `json:"children,omitempty" nullable:"true" maxItems:"200" doc:"Of a split: who leaves the group."`
	Into       *intoJSON    `json:"into,omitempty" doc:"Of a join: the group's."`
}

// intoJSON names the planned occurrence that children join.
type intoJSON struct {
	Activity   identifier `json:"activity"`
	Occurrence int        `json:"occurrence" minimum:"0" maximum:"10000"`
}

type revisionJSON struct {
	Revision int `json:"revision" minimum:"0" maximum:"2147483647" doc:"The revision seen by the person who asks."`
}

// undoJSON asks to undo one's own last change.
type undoJSON struct {
	Revision int  `json:"revision" minimum:"0" maximum:"2147483647" doc:"The revision seen by the person who asks."`
	LetGo    bool `json:"let_go,omitempty" doc:"Give up changes that others have changed again since, and undo the one before."`
}

type checkMoveJSON struct {
	Operation operationJSON `json:"operation"`
}

type checkedMoveJSON struct {
	Occurrence plannedJSON      `json:"occurrence" doc:"The occurrence as it would be, completed."`
	Breaches   []planner.Breach `json:"breaches" doc:"Empty when the move is allowed."`
	Travel     []legJSON        `json:"travel"`
}

// plannedJSON is an occurrence without what surrounds it in a rota.
type plannedJSON struct {
	Activity   string   `json:"activity"`
	Occurrence int      `json:"occurrence"`
	Start      int      `json:"start"`
	Staff      []string `json:"staff"`
	Attendees  []string `json:"attendees"`
	Place      *string  `json:"place"`
	Room       *string  `json:"room"`
	Locked     bool     `json:"locked"`
}

type askOptionsJSON struct {
	Activity   identifier `json:"activity"`
	Occurrence int        `json:"occurrence" minimum:"0" maximum:"10000"`
	Seat       int        `json:"seat" minimum:"0" maximum:"50"`
}

type optionsJSON struct {
	Rows []optionRowJSON `json:"rows" doc:"One for every professional of the house."`
}

type optionRowJSON struct {
	Professional string          `json:"professional"`
	Starts       []int           `json:"starts" doc:"Hours at which the move is allowed."`
	Reason       *planner.Breach `json:"reason" doc:"Why there is none."`
}
