package models

// Resource is a kind of thing rights are given on.
type Resource string

// The resources.
const (
	ResourceInstallation     Resource = "installation" // all facilities of one database
	ResourceFacility         Resource = "facility"
	ResourceModality         Resource = "modality"
	ResourcePlace            Resource = "place"
	ResourceRoom             Resource = "room"
	ResourceClosedDay        Resource = "closed_day"
	ResourceTravel           Resource = "travel"
	ResourceUnit             Resource = "unit"
	ResourceTeam             Resource = "team"
	ResourceProfessional     Resource = "professional"
	ResourceColleague        Resource = "colleague" // name and trade of a professional, nothing else
	ResourceChild            Resource = "child"
	ResourceGroup            Resource = "group"
	ResourceNeed             Resource = "need"
	ResourceDuty             Resource = "duty"
	ResourceRecurringMeeting Resource = "recurring_meeting"
	ResourceProtectedTime    Resource = "protected_time"
	ResourcePartner          Resource = "partner"
	ResourceContact          Resource = "contact"
	ResourceAbsence          Resource = "absence"
	ResourceWorkedDay        Resource = "worked_day"
	ResourceAccount          Resource = "account"
	ResourceAudit            Resource = "audit"
	ResourceDraft            Resource = "draft"
	ResourceRota             Resource = "rota" // published and archived ones
	ResourceMyWeek           Resource = "my_week"
	ResourcePlanRun          Resource = "plan_run"
	ResourcePartnerMeeting   Resource = "partner_meeting"
	ResourceSubscription     Resource = "subscription"
	ResourceImport           Resource = "import"          // a file with records of every kind
	ResourceSchoolCalendar   Resource = "school_calendar" // imported school holidays
	ResourceTemplate         Resource = "week_template"
	ResourceGoalProfile      Resource = "goal_profile" // what a proposal cares for, by name
)

// Action is what is done to a thing.
type Action string

// The actions. To change is to create, update or archive.
const (
	ActionRead    Action = "read"
	ActionChange  Action = "change"
	ActionPublish Action = "publish"
	ActionDecide  Action = "decide" // accept or refuse what somebody asked for
)

// Scope is how far a right reaches, each one including those before it.
type Scope uint8

// The scopes. What is the actor's own depends on the thing: the person of the account, children the person meets or, for a coordinator,
// coordinates. A team's are the things of the teams a manager answers for; a manager without such a list answers for the whole facility.
const (
	ScopeNone Scope = iota
	ScopeOwn
	ScopeTeam
	ScopeFacility
)

// right is one line of the table: how far each role reaches with an action on a resource.
type right struct {
	resource                                                  Resource
	action                                                    Action
	administrator, manager, coordinator, professional, reader Scope
}

const (
	none = ScopeNone
	own  = ScopeOwn
	team = ScopeTeam
	all  = ScopeFacility
)

// rights is the one table of rights. What is not in it nobody may do but the program itself. No right ever reaches into another facility.
var rights = []right{
	{ResourceInstallation, ActionRead, none, none, none, none, none}, // an administrator administers one facility, not the installation
	{ResourceInstallation, ActionChange, none, none, none, none, none},
	{ResourceFacility, ActionRead, all, all, all, all, all},
	{ResourceFacility, ActionChange, all, none, none, none, none},
	{ResourceModality, ActionRead, all, all, all, all, all},
	{ResourceModality, ActionChange, all, none, none, none, none}, // what the authority licensed, not a manager's decision
	{ResourceUnit, ActionRead, all, all, all, all, all},
	{ResourceUnit, ActionChange, all, none, none, none, none}, // the authorisation again
	{ResourcePlace, ActionRead, all, all, all, all, all},
	{ResourcePlace, ActionChange, all, team, none, none, none}, // places belong to no team: only a manager of the whole facility
	{ResourceRoom, ActionRead, all, all, all, all, all},
	{ResourceRoom, ActionChange, all, team, none, none, none},
	{ResourceClosedDay, ActionRead, all, all, all, all, all},
	{ResourceClosedDay, ActionChange, all, team, none, none, none},
	{ResourceTravel, ActionRead, all, all, all, all, none},
	{ResourceTravel, ActionChange, all, team, none, none, none},
	{ResourceTeam, ActionRead, all, all, all, all, all},
	{ResourceTeam, ActionChange, all, team, none, none, none},         // a manager changes her teams, and makes none unless she answers for all
	{ResourceProfessional, ActionRead, all, all, all, own, none},      // contract and working hours: nobody sees a colleague's
	{ResourceProfessional, ActionChange, all, team, none, none, none}, // and of memberships, lines of her own teams only
	{ResourceColleague, ActionRead, all, all, all, all, all},          // a published rota is unreadable without the names of the staff
	{ResourceChild, ActionRead, all, all, all, own, none},             // professionals see the children they meet; a reader of rotas sees none
	{ResourceChild, ActionChange, all, team, own, none, none},
	{ResourceGroup, ActionRead, all, all, all, none, none},
	{ResourceGroup, ActionChange, all, team, none, none, none},
	{ResourceNeed, ActionRead, all, all, all, own, none},
	{ResourceNeed, ActionChange, all, team, own, none, none}, // a coordinator writes the plan of the children she coordinates
	{ResourceDuty, ActionRead, all, all, all, none, none},
	{ResourceDuty, ActionChange, all, team, none, none, none},
	{ResourceRecurringMeeting, ActionRead, all, all, all, none, none},
	{ResourceRecurringMeeting, ActionChange, all, team, none, none, none},
	{ResourceProtectedTime, ActionRead, all, all, all, none, none},
	{ResourceProtectedTime, ActionChange, all, team, none, none, none},
	{ResourcePartner, ActionRead, all, all, all, none, none}, // families are partners too: their names are not for everybody
	{ResourcePartner, ActionChange, all, all, all, none, none},
	{ResourceContact, ActionRead, all, all, all, none, none},
	{ResourceContact, ActionChange, all, all, all, none, none},
	{ResourceAbsence, ActionRead, all, all, all, own, none},    // with the reason hidden from a coordinator: see ListAbsences
	{ResourceAbsence, ActionChange, all, team, own, own, none}, // people's own are requests, which others decide
	{ResourceAbsence, ActionDecide, all, team, none, none, none},
	{ResourceWorkedDay, ActionRead, all, all, own, own, none},    // hours really done: nobody sees a colleague's
	{ResourceWorkedDay, ActionChange, all, team, own, own, none}, // people's own are declarations, which others decide
	{ResourceWorkedDay, ActionDecide, all, team, none, none, none},
	{ResourceImport, ActionRead, all, team, none, none, none}, // files hold the whole house: only who answers for all of it
	{ResourceImport, ActionChange, all, team, none, none, none},
	{ResourceAccount, ActionRead, all, none, none, none, none},
	{ResourceAccount, ActionChange, all, none, none, none, none},
	{ResourceAudit, ActionRead, all, none, none, none, none},
	{ResourceDraft, ActionRead, all, all, all, none, none},    // what is not published yet is nobody's week
	{ResourceDraft, ActionChange, all, all, none, none, none}, // one rota is the whole facility's: people are shared between teams
	{ResourceDraft, ActionPublish, all, all, none, none, none},
	{ResourceRota, ActionRead, all, all, all, all, all},
	{ResourceMyWeek, ActionRead, own, own, own, own, none},
	{ResourceMyWeek, ActionChange, own, own, own, own, none}, // that one has looked at it
	{ResourcePlanRun, ActionRead, all, all, none, none, none},
	{ResourcePlanRun, ActionChange, all, all, none, none, none},
	{ResourcePartnerMeeting, ActionRead, all, all, all, own, none},
	{ResourcePartnerMeeting, ActionChange, all, all, all, none, none},
	{ResourceSubscription, ActionRead, all, all, own, own, none}, // never the address itself: it is shown once, to who made it
	{ResourceSubscription, ActionChange, all, all, own, own, none},
	{ResourceSchoolCalendar, ActionRead, all, all, all, all, all},
	{ResourceSchoolCalendar, ActionChange, all, none, none, none, none},
	{ResourceTemplate, ActionRead, all, all, all, none, none}, // like drafts: the ordinary week is everybody's plan before it is anybody's week
	{ResourceTemplate, ActionChange, all, all, none, none, none},
	{ResourceGoalProfile, ActionRead, all, all, none, none, none}, // for those who ask for proposals
	{ResourceGoalProfile, ActionChange, all, all, none, none, none},
}

func (r right) of(role Role) Scope {
	switch role {
	case RoleSystem:
		return ScopeFacility
	case RoleAdministrator:
		return r.administrator
	case RoleManager:
		return r.manager
	case RoleCoordinator:
		return r.coordinator
	case RoleProfessional:
		return r.professional
	case RoleReader:
		return r.reader
	default:
		return ScopeNone
	}
}

// Allowed returns how far the actor reaches with an action on a resource; ScopeNone: not at all.
func Allowed(actor Actor, resource Resource, action Action) Scope {
	for _, line := range rights {
		if line.resource == resource && line.action == action {
			return line.of(actor.Role)
		}
	}
	return ScopeNone
}

// allow is how every method of Store that takes an actor begins: the scope it may work in, or why it may not work at all.
func (s *Store) allow(actor Actor, resource Resource, action Action) (Scope, error) {
	if actor.Role == "" || actor.FacilityID == "" && actor.Role != RoleSystem {
		return ScopeNone, Unauthenticated()
	}
	scope := Allowed(actor, resource, action)
	if scope == ScopeNone {
		return ScopeNone, Forbidden()
	}
	return scope, nil
}
