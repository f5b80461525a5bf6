package handlers

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// operations are all of the interface's, in the order of the screens that use them.
func (a *API) operations(api huma.API) {
	a.declareSession(api)

	public(a, get("/sign-in", "signInInfo", "What the sign-in page shows"), a.signInInfo)
	public(a, post("/session", "signIn", "Sign in with a password"), a.signIn)
	public(a, post("/session/demo", "signInDemo", "Sign in as one of the demo accounts"), a.signInDemo)
	signedIn(a, get("/session", "readSession", "Who is signed in"), a.readSession)
	signedIn(a, remove("/session", "signOut", "Sign out"), a.signOut)

	signedIn(a, get("/house", "readHouse", "People, places and partners"), a.readHouse)
	a.records()
	a.imports()
	signedIn(a, get("/professionals/{id}/state", "readProfessionalState", "What is planned of somebody in a week, beside contract and targets"), a.professionalState)
	signedIn(a, get("/children/{id}/state", "readChildState", "What a week holds for a child, beside their plan"), a.childState)
	signedIn(a, get("/travel", "readTravel", "The ways between places as plans count them"), a.readTravel)
	signedIn(a, answering(http.StatusAccepted, post("/travel/refresh", "refreshTravel", "Have the routing server asked")), a.refreshTravel)

	signedIn(a, get("/weeks/{week}", "readWeek", "The rotas of a week"), a.readWeek)
	signedIn(a, get("/weeks/{week}/opening", "openWeek", "A week and the rota it opens with"), a.openWeek)
	signedIn(a, describeEvents[weekStandingsJSON](api, "week", get("/weeks/{week}/events", "weekEvents", "Each change of the rotas of a week, as it happens")), a.weekEvents)
	signedIn(a, get("/weeks/{week}/versions", "listVersions", "What a week was published as, the latest first"), a.listVersions)
	signedIn(a, answering(http.StatusCreated, post("/weeks/{week}/drafts", "createDraft", "Start a draft")), a.createDraft)

	signedIn(a, post("/weeks/{week}/make", "makeWeek", "Make a week from the template in force"), a.makeWeek)
	signedIn(a, answering(http.StatusAccepted, post("/weeks/make", "makeWeeks", "Make many weeks in the background")), a.makeWeeks)
	signedIn(a, get("/years/{year}", "readYear", "A school year, day by day"), a.readYear)
	holidays := post(schoolHolidaysPath, "importSchoolHolidays", "Import school holidays")
	holidays.MaxBodyBytes = largestHolidays
	signedIn(a, holidays, a.importSchoolHolidays)
	signedIn(a, get("/templates", "listTemplateOverviews", "The week templates with their rotas"), a.listTemplateOverviews)
	signedIn(a, answering(http.StatusCreated, post("/templates/{id}/copy", "copyTemplate", "A new template that plans what this one does")), a.copyTemplate)
	signedIn(a, answering(http.StatusCreated, post("/templates/{id}/drafts", "createTemplateDraft", "Start a draft of a template")), a.createTemplateDraft)
	signedIn(a, get("/absences/{id}/impact", "absenceImpact", "What an absence hits"), a.absenceImpact)
	signedIn(a, post("/absences/{id}/proposals", "proposeRepair", "How a published week goes on without who is away"), a.proposeRepair)
	signedIn(a, answering(http.StatusCreated, post("/weeks/{week}/repair", "applyRepair", "A draft of a published week in which the lines of a repair are done")), a.applyRepair)

	signedIn(a, get("/rotas/{id}", "readRota", "A rota, whole"), a.readRota)
	signedIn(a, get("/rotas/{id}/template", "compareWithTemplate", "How a week differs from its template"), a.compareWithTemplate)
	signedIn(a, get("/rotas/{id}/series", "previewSeries", "What doing the same in other weeks would do"), a.previewSeries)
	signedIn(a, post("/rotas/{id}/series", "changeSeries", "Do in other weeks what this one does with an occurrence"), a.changeSeries)
	signedIn(a, get("/rotas/{id}/comparison", "compareRotas", "How another rota differs"), a.compareRotas)
	signedIn(a, post("/rotas/{id}/take", "takeDifferences", "Make a draft like another rota, as far as it can be"), a.takeDifferences)
	signedIn(a, get("/rotas/{id}/unplanned", "readUnplanned", "What is not planned, and why"), a.readUnplanned)
	signedIn(a, get("/rotas/{id}/explanation", "explainOccurrence", "Why an occurrence is where it is, or not planned"), a.explain)
	signedIn(a, get("/rotas/{id}/ways", "recommendWays", "Who else could take an occurrence, and when"), a.recommend)
	signedIn(a, get("/rotas/{id}/proposals", "unblockOccurrence", "What would let an occurrence be planned"), a.unblock)
	signedIn(a, get("/rotas/{id}/precheck", "precheckRota", "The needs of the week that nothing can meet"), a.precheck)
	signedIn(a, patch("/rotas/{id}", "changeRota", "Change a draft: all operations or none"), a.changeRota)
	signedIn(a, post("/rotas/{id}/check", "checkMove", "Whether a change would be allowed"), a.checkMove)
	signedIn(a, post("/rotas/{id}/options", "readOptions", "Where an occurrence could go, by person"), a.readOptions)
	signedIn(a, post("/rotas/{id}/undo", "undoRota", "Undo one's own last change"), a.undoRota)
	signedIn(a, post("/rotas/{id}/redo", "redoRota", "Do one's own undone change again"), a.redoRota)
	signedIn(a, get("/rotas/{id}/points", "listRestorePoints", "The restore points of a draft"), a.listRestorePoints)
	signedIn(a, answering(http.StatusNoContent, post("/rotas/{id}/points", "keepRestorePoint", "Keep a draft as it stands under a name")), a.keepRestorePoint)
	signedIn(a, post("/rotas/{id}/points/{point}/return", "returnToRestorePoint", "Make a draft what it was at a restore point"), a.returnToRestorePoint)
	signedIn(a, remove("/rotas/{id}/points/{point}", "dropRestorePoint", "Forget a restore point"), a.dropRestorePoint)
	signedIn(a, describeEvents[revisionJSON](api, "rota", get("/rotas/{id}/events", "rotaEvents", "Each change of a rota, as it happens")), a.rotaEvents)
	signedIn(a, get("/rotas/{id}/publication", "previewPublication", "Who is concerned by publishing"), a.previewPublication)
	signedIn(a, post("/rotas/{id}/publication", "publishRota", "Publish a draft"), a.publishRota)
	a.prints()
	signedIn(a, remove("/rotas/{id}", "deleteDraft", "Throw a draft away"), a.deleteDraft)

	signedIn(a, answering(http.StatusAccepted, post("/rotas/{id}/runs", "propose", "Have a draft planned")), a.propose)
	signedIn(a, get("/runs/{id}", "readRun", "How a run is getting on"), a.readRun)
	signedIn(a, get("/runs/{id}/best", "readRunBest", "The best plan of a run so far"), a.readRunBest)
	signedIn(a, describeEvents[runJSON](api, "run", get("/runs/{id}/events", "runEvents", "The same, as it happens")), a.runEvents)
	signedIn(a, post("/runs/{id}/stop", "stopRun", "Stop a run and keep the best so far"), a.stopRun)

	signedIn(a, get("/my/weeks/{week}", "readMyWeek", "The published week of the caller"), a.readMyWeek)
	signedIn(a, answering(http.StatusNoContent, put("/my/weeks/{week}/look", "lookAtMyWeek", "Remember that the caller has seen a version of their week")), a.lookAtMyWeek)
	signedIn(a, get("/calendars", "listCalendars", "The caller's calendar addresses"), a.listCalendars)
	signedIn(a, answering(http.StatusCreated, post("/calendars", "createCalendar", "Make a secret calendar address")), a.createCalendar)
	signedIn(a, remove("/calendars/{id}", "revokeCalendar", "Revoke a calendar address"), a.revokeCalendar)

	signedIn(a, post("/meetings/slots", "findSlots", "Common free time for a meeting with partners"), a.findSlots)
	signedIn(a, answering(http.StatusCreated, post("/meetings", "createMeeting", "Fix a meeting with partners")), a.createMeeting)
	signedIn(a, get("/meetings", "listMeetings", "Meetings between two dates"), a.listMeetings)
	signedIn(a, remove("/meetings/{id}", "cancelMeeting", "Cancel a meeting"), a.cancelMeeting)
}

// records registers the operations of every kind of record.
func (a *API) records() {
	a.facilityRecords()
	a.placeRecords()
	a.staffRecords()
	a.childRecords()
	a.demandRecords()
	a.partnerRecords()
	a.weekRecords()
	a.goalRecords()
}

func (a *API) declareSession(api huma.API) {
	api.OpenAPI().Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		securityScheme: {Type: "apiKey", In: "cookie", Name: a.cookieName()},
	}
}
