package handlers

import "github.com/maillage-dime/maillage/planner"

// OccurrenceInput names an occurrence of a rota.
type OccurrenceInput struct {
	RotaPath
	Activity   identifier `query:"activity" required:"true"`
	Occurrence int        `query:"occurrence" required:"true" minimum:"0" maximum:"10000"`
}

func (i *OccurrenceInput) ref() planner.Ref {
	return planner.Ref{Activity: string(i.Activity), Occurrence: i.Occurrence}
}

type recommendInput struct {
	OccurrenceInput
	Keep string `query:"keep" enum:"hour,staff," doc:"hour: who else could then; staff: when else could they; without it, both are otherwise."`
}

type explanationJSON struct {
	Revision int              `json:"revision" doc:"The revision of the rota it holds for."`
	Planned  bool             `json:"planned"`
	LeftOut  int64            `json:"left_out" doc:"What leaving it out costs, before any comfort."`
	Effects  []effectJSON     `json:"effects" doc:"Planned: what it costs where it is, or saves."`
	Others   int              `json:"others" doc:"Planned: how many other lawful ways there are."`
	Weighed  []weighingJSON   `json:"weighed" doc:"Planned: how those compare with it, for each term in which one differs."`
	Ways     []wayJSON        `json:"ways" doc:"Planned: the best other ways, best first."`
	Reasons  []planner.Reason `json:"reasons" doc:"Why it is not planned, or not otherwise, with the hours each reason stands for."`
	Was      *oldJSON         `json:"was" doc:"Not planned: where people expect it, in what is published, else in the template."`
	Against  []planner.Breach `json:"against" doc:"What stands against that now."`
}

type effectJSON struct {
	Term   string `json:"term" enum:"transversal,not_preferred,staff_change,fragmentation,crowded_day,window,travel,overload,optional_absent,moved,restaffed"`
	Amount int64  `json:"amount" doc:"In the unit of the term: people, sessions or minutes; negative where it is saved."`
	Cost   int64  `json:"cost" doc:"The same, weighted."`
}

type weighingJSON struct {
	Term   string `json:"term"`
	Worse  int    `json:"worse" doc:"Ways that cost more of it."`
	Better int    `json:"better" doc:"Ways that cost less of it."`
}

type wayJSON struct {
	Occurrence plannedJSON  `json:"occurrence"`
	Effects    []effectJSON `json:"effects" doc:"What changes."`
	Unmet      int64        `json:"unmet"`
	Soft       int64        `json:"soft"`
	GivesWay   *planner.Ref `json:"gives_way" doc:"What would have to be left out for it."`
}

type waysJSON struct {
	Revision int       `json:"revision" doc:"The revision of the rota it holds for."`
	Found    int       `json:"found" doc:"How many there are; those shown are the best, of other hours the best of each half-day."`
	Ways     []wayJSON `json:"ways"`
}

type proposalsJSON struct {
	Revision  int            `json:"revision" doc:"The revision of the rota it holds for."`
	Proposals []proposalJSON `json:"proposals" doc:"The least trouble first."`
}

type proposalJSON struct {
	Change  *planner.Relaxation `json:"change" doc:"What has to change in the records first; a pin is a lock of the rota or a meeting with partners."`
	Steps   []proposedStepJSON  `json:"steps" doc:"In the order in which to take them; the last is the occurrence asked for."`
	Effects []effectJSON        `json:"effects"`
	Unmet   int64               `json:"unmet"`
	Soft    int64               `json:"soft"`
}

type proposedStepJSON struct {
	Before *oldJSON    `json:"before" doc:"Nothing for what was not planned."`
	After  plannedJSON `json:"after"`
}

type precheckJSON struct {
	Revision   int              `json:"revision"`
	Impossible []impossibleJSON `json:"impossible"`
}

type impossibleJSON struct {
	Code          string   `json:"code" enum:"nobody_eligible,too_few_people,windows_too_short,child_not_there,room_not_open,people_not_there,gap_days_too_long,child_overbooked,staff_overbooked,room_overbooked"`
	Activities    []string `json:"activities"`
	Seat          *int     `json:"seat"`
	Children      []string `json:"children"`
	Professions   []string `json:"professions"`
	Professionals []string `json:"professionals"`
	Teams         []string `json:"teams"`
	Rooms         []string `json:"rooms"`
	Days          []int    `json:"days"`
	Needed        int      `json:"needed" doc:"People, minutes or occurrences, as the code says."`
	Available     int      `json:"available"`
	ChangedBy     []string `json:"changed_by" doc:"What can be changed for it, the most direct first: need, child, hours, teams, rooms, places."`
}
