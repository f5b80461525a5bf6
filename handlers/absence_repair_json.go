package handlers

import "github.com/maillage-dime/maillage/planner"

type proposeRepairInput struct {
	AbsencePath
	Body proposeRepairJSON
}

type proposeRepairJSON struct {
	Week    string          `json:"week" example:"2026-W48"`
	Choices []operationJSON `json:"choices" maxItems:"500" doc:"What is decided: a set, an unplan or a join of what the absence hits. The rest is proposed around it."`
}

type applyRepairInput struct {
	Week string `path:"week"`
	Body applyRepairJSON
}

type applyRepairJSON struct {
	Published  identifier         `json:"published" doc:"The published rota that was repaired: another one is refused."`
	Operations []operationJSON    `json:"operations" maxItems:"500"`
	Cancelled  []cancellationJSON `json:"cancelled,omitempty" maxItems:"200" doc:"What the week goes without."`
}

// cancellationJSON leaves one occurrence out of a week.
type cancellationJSON struct {
	Activity   identifier `json:"activity"`
	Occurrence int        `json:"occurrence" minimum:"0" maximum:"10000"`
	Reason     plainLine  `json:"reason" maxLength:"300" doc:"Shown beside what waits to be planned. May be empty."`
}

type repairJSON struct {
	Week      string           `json:"week" example:"2026-W48"`
	Published rotaSummaryJSON  `json:"published"`
	Lines     []repairLineJSON `json:"lines" doc:"What the absence hits, by hour."`
}

type repairLineJSON struct {
	Hit       impactHitJSON        `json:"hit" doc:"As people know it."`
	Room      *string              `json:"room"`
	Fixed     bool                 `json:"fixed" doc:"A meeting with partners, which no rota moves."`
	After     *plannedJSON         `json:"after" doc:"What becomes of it: what was chosen, else the best proposal; nothing when it is cancelled."`
	Proposals []repairProposalJSON `json:"proposals" doc:"Best first."`
	Join      []joiningJSON        `json:"join" doc:"Groups its children could join for this time."`
	Joined    *joiningJSON         `json:"joined" doc:"The group they join, where that was chosen."`
	Reasons   []planner.Reason     `json:"reasons" doc:"What stands in the way when there is no proposal."`
}

type repairProposalJSON struct {
	Kind string  `json:"kind" enum:"cover,move,other" doc:"Somebody else at the same hour, the same people at another hour, or both otherwise."`
	Way  wayJSON `json:"way"`
}

type joiningJSON struct {
	Activity   string   `json:"activity"`
	Occurrence int      `json:"occurrence"`
	Label      string   `json:"label"`
	Start      int      `json:"start"`
	Staff      []string `json:"staff"`
	Place      *string  `json:"place"`
}
