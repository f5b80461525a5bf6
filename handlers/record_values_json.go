package handlers

import (
	"github.com/danielgtaylor/huma/v2"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/school"
)

// daySpanJSON is a span of one weekday.
type daySpanJSON struct {
	Letter string `json:"letter" enum:",A,B" doc:"Weeks A, weeks B, or empty for every week."`
	Day    int    `json:"day" doc:"0 for Monday."`
	From   int    `json:"from" doc:"Minutes after midnight."`
	To     int    `json:"to" doc:"Minutes after midnight."`
}

func encodeSpan(span *models.DaySpan) daySpanJSON {
	return daySpanJSON{Letter: string(span.Letter), Day: span.Day, From: span.From, To: span.To}
}

func decodeSpan(span *daySpanJSON) models.DaySpan {
	return models.DaySpan{Letter: models.WeekLetter(span.Letter), Day: span.Day, From: span.From, To: span.To}
}

// The codes of the lists of the field, each declared with all its values.
type (
	profession     string
	unitKind       string
	schoolZone     string
	agreement      string
	dutyKind       string
	meetingPurpose string
	protectedKind  string
	partnerKind    string
)

func oneOfSchema(values []string) *huma.Schema {
	schema := &huma.Schema{Type: huma.TypeString}
	for _, value := range values {
		schema.Enum = append(schema.Enum, value)
	}
	return schema
}

// Schema declares the trades.
func (profession) Schema(huma.Registry) *huma.Schema { return oneOfSchema(models.Professions) }

// Schema declares the kinds of unit.
func (unitKind) Schema(huma.Registry) *huma.Schema { return oneOfSchema(models.UnitKinds) }

// Schema declares the zones of school holidays, and none.
func (schoolZone) Schema(huma.Registry) *huma.Schema {
	return oneOfSchema(append([]string{""}, school.Zones()...))
}

// Schema declares the derogations.
func (agreement) Schema(huma.Registry) *huma.Schema { return oneOfSchema(models.AgreementCodes) }

// Schema declares the kinds of duty.
func (dutyKind) Schema(huma.Registry) *huma.Schema { return oneOfSchema(models.DutyKinds) }

// Schema declares the purposes of meetings.
func (meetingPurpose) Schema(huma.Registry) *huma.Schema { return oneOfSchema(models.MeetingPurposes) }

// Schema declares the kinds of protected time.
func (protectedKind) Schema(huma.Registry) *huma.Schema { return oneOfSchema(models.ProtectedKinds) }

// Schema declares the kinds of partner.
func (partnerKind) Schema(huma.Registry) *huma.Schema { return oneOfSchema(models.PartnerKinds) }
