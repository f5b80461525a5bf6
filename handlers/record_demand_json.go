package handlers

// DemandFields are what needs, duties and recurring meetings have in common.
type DemandFields struct {
	Label        plainLine         `json:"label"`
	ShortLabel   plainLine         `json:"short_label" doc:"For narrow blocks, may be empty."`
	Duration     int               `json:"duration" doc:"Minutes."`
	Count        int               `json:"count" doc:"Times each rhythm."`
	Rhythm       string            `json:"rhythm" enum:"week,fortnight"`
	Letter       string            `json:"letter" enum:",A,B" doc:"Only in weeks A or B, or empty for every week."`
	MinGapDays   int               `json:"min_gap_days" doc:"Days between two times; 0: the same day is allowed."`
	ModalityCode *plainLine        `json:"modality_code" nullable:"true" doc:"In place of the children's own."`
	Sector       *plainLine        `json:"sector" nullable:"true" doc:"In place of the children's own."`
	Seats        []seatRequestJSON `json:"seats" doc:"Who is needed, all of them."`
	OptionalIDs  []identifier      `json:"optional_ids" doc:"Professionals who may attend."`
	PlaceIDs     []identifier      `json:"place_ids" doc:"Empty: anywhere."`
	Room         *roomWishJSON     `json:"room"`
	Windows      []wishedSpanJSON  `json:"windows" doc:"The only hours possible; empty: any."`
	WishedSpans  []daySpanJSON     `json:"wished_spans" doc:"The hours wished among those possible."`
	RefusedSpans []daySpanJSON     `json:"refused_spans" doc:"Hours that are never taken."`
	RefusedIDs   []identifier      `json:"refused_ids" doc:"Professionals who never take a seat."`
	Priority     int               `json:"priority"`
	PreferredIDs []identifier      `json:"preferred_ids" doc:"Professionals whom the child and family know."`
	FromDate     *string           `json:"from_date" format:"date"`
	ToDate       *string           `json:"to_date" format:"date" doc:"Last day, included."`
}

type seatRequestJSON struct {
	Professions []profession `json:"professions"`
	Skills      []plainLine  `json:"skills"`
	OneOf       []identifier `json:"one_of" doc:"Exactly these people; then nothing else is asked."`
}

type roomWishJSON struct {
	Features []plainLine `json:"features"`
	Seats    int         `json:"seats"`
}

type wishedSpanJSON struct {
	Letter string `json:"letter" enum:",A,B"`
	Day    int    `json:"day" doc:"0 for Monday."`
	From   int    `json:"from"`
	To     int    `json:"to"`
	Cost   int64  `json:"cost" doc:"What using these hours costs against the others; 0: nothing."`
}

// NeedFields are the values of a need.
type NeedFields struct {
	DemandFields
	Kind    string      `json:"kind" enum:"session,support"`
	ChildID *identifier `json:"child_id" nullable:"true"`
	GroupID *identifier `json:"group_id" nullable:"true"`
}

type needRecordJSON struct {
	RecordHead
	NeedFields
}

type needInputJSON struct {
	RecordVersion
	NeedFields
}

// DutyFields are the values of a duty.
type DutyFields struct {
	DemandFields
	Kind dutyKind `json:"kind"`
}

type dutyRecordJSON struct {
	RecordHead
	DutyFields
}

type dutyInputJSON struct {
	RecordVersion
	DutyFields
}

// RecurringMeetingFields are the values of a recurring meeting.
type RecurringMeetingFields struct {
	DemandFields
	Kind    string         `json:"kind" enum:"meeting,protected"`
	Purpose meetingPurpose `json:"purpose"`
	ChildID *identifier    `json:"child_id" nullable:"true" doc:"The child it is about, who does not attend."`
}

type recurringMeetingRecordJSON struct {
	RecordHead
	RecurringMeetingFields
}

type recurringMeetingInputJSON struct {
	RecordVersion
	RecurringMeetingFields
}

// ProtectedTimeFields are the values of a rule of protected time.
type ProtectedTimeFields struct {
	Kind            protectedKind `json:"kind"`
	Label           plainLine     `json:"label"`
	Professions     []profession  `json:"professions"`
	ProfessionalIDs []identifier  `json:"professional_ids"`
	Convention      string        `json:"convention" enum:",ccn66,ccn51,other" doc:"Only for contracts under it; empty: for all."`
	BasisPoints     *int          `json:"basis_points" doc:"Hundredths of a percent of the contract a week; or minutes."`
	Minutes         *int          `json:"minutes" doc:"A week; or basis_points."`
	SmallestPiece   int           `json:"smallest_piece" doc:"Minutes."`
	Priority        int           `json:"priority"`
	FromDate        *string       `json:"from_date" format:"date"`
	ToDate          *string       `json:"to_date" format:"date" doc:"Last day, included."`
}

type protectedTimeRecordJSON struct {
	RecordHead
	ProtectedTimeFields
}

type protectedTimeInputJSON struct {
	RecordVersion
	ProtectedTimeFields
}
