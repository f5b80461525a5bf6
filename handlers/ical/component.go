package ical

import (
	"strconv"
	"strings"
	"time"

	goical "github.com/emersion/go-ical"
)

// Properties go-ical has no constant for.
const (
	propCalendarName = "X-WR-CALNAME"
	propCalendarZone = "X-WR-TIMEZONE"
	propPublishedTTL = "X-PUBLISHED-TTL"
	propBusyStatus   = "X-MICROSOFT-CDO-BUSYSTATUS"
)

const (
	// refreshInterval is how long calendar programs are asked to wait between two readings.
	refreshInterval = "PT1H"
	// cancelledPrefix tells of the cancellation where a program ignores STATUS;
	// French wants a no-break space before the colon.
	cancelledPrefix = "Annulé\u00a0: "

	localTimeFormat = "20060102T150405"
	utcTimeFormat   = localTimeFormat + "Z"
)

// Parameters are only ever read by the writer, so components share them.
var (
	durationParams = goical.Params{goical.ParamValue: {string(goical.ValueDuration)}}
	uriParams      = goical.Params{goical.ParamValue: {string(goical.ValueURI)}}
)

// propertySet fills the properties of one component. All of them share one
// backing array, since a feed has some fifteen thousand of them.
type propertySet struct {
	props   goical.Props
	storage []goical.Prop
}

func newPropertySet(size int) propertySet {
	return propertySet{props: make(goical.Props, size), storage: make([]goical.Prop, 0, size)}
}

// set stores a value that is already in its iCalendar form.
func (set *propertySet) set(name, value string, params goical.Params) {
	set.storage = append(set.storage, goical.Prop{Name: name, Params: params, Value: value})
	last := len(set.storage)
	set.props[name] = set.storage[last-1 : last : last]
}

// setText stores a cleaned text, escaped; an empty one leaves the property out.
func (set *propertySet) setText(name, text string) {
	if text != "" {
		set.set(name, escapeText(text), nil)
	}
}

func calendarComponent(calendar Calendar, events []*Event) *goical.Component {
	const properties = 10
	set := newPropertySet(properties)
	set.set(goical.PropVersion, "2.0", nil)
	set.setText(goical.PropProductID, cleanLine(calendar.ProductID))
	set.set(goical.PropCalendarScale, "GREGORIAN", nil)
	name := calendarName(calendar.Name)
	set.setText(goical.PropName, name)
	set.setText(propCalendarName, name)
	set.setText(propCalendarZone, cleanLine(calendar.Location.String()))
	set.set(goical.PropRefreshInterval, refreshInterval, durationParams)
	set.set(propPublishedTTL, refreshInterval, nil)
	if calendar.Source != "" {
		set.set(goical.PropSource, cleanURI(calendar.Source), uriParams)
	}

	zone := newZoneWriter(calendar.Location, referenceYear(calendar.Location, events))
	children := make([]*goical.Component, 0, len(events)+1)
	children = append(children, zone.component())
	for _, event := range events {
		children = append(children, eventComponent(event, zone))
	}
	return &goical.Component{Name: goical.CompCalendar, Props: set.props, Children: children}
}

func eventComponent(event *Event, zone *zoneWriter) *goical.Component {
	const properties = 16
	set := newPropertySet(properties)
	modified := event.LastModified.UTC().Format(utcTimeFormat)
	set.setText(goical.PropUID, event.UID)
	set.set(goical.PropDateTimeStamp, modified, nil)
	set.set(goical.PropLastModified, modified, nil)
	set.set(goical.PropSequence, strconv.Itoa(event.Sequence), nil)
	start, end, params := zone.format(event.Start, event.End)
	set.set(goical.PropDateTimeStart, start, params)
	set.set(goical.PropDateTimeEnd, end, params)
	setState(&set, event)
	set.setText(goical.PropDescription, cleanText(event.Description))
	set.setText(goical.PropLocation, cleanLine(event.Location))
	if event.Latitude != nil && event.Longitude != nil {
		set.set(goical.PropGeo, degrees(*event.Latitude)+";"+degrees(*event.Longitude), nil)
	}
	if categories := escapeList(event.Categories); categories != "" {
		set.set(goical.PropCategories, categories, nil)
	}
	if event.URL != "" {
		set.set(goical.PropURL, cleanURI(event.URL), nil)
	}
	return &goical.Component{Name: goical.CompEvent, Props: set.props}
}

// setState writes what says whether the event takes place and takes time.
func setState(set *propertySet, event *Event) {
	summary, status := cleanLine(event.Summary), goical.EventConfirmed
	if event.Cancelled {
		summary, status = cancelledPrefix+summary, goical.EventCancelled
	}
	transparency, busyStatus := "TRANSPARENT", "FREE"
	if event.Busy && !event.Cancelled {
		transparency, busyStatus = "OPAQUE", "BUSY"
	}
	set.setText(goical.PropSummary, summary)
	set.set(goical.PropStatus, string(status), nil)
	set.set(goical.PropTransparency, transparency, nil)
	set.set(propBusyStatus, busyStatus, nil)
}

// escapeList writes a list of texts, leaving out those with nothing to show.
func escapeList(texts []string) string {
	escaped := make([]string, 0, len(texts))
	for _, text := range texts {
		if text = cleanLine(text); text != "" {
			escaped = append(escaped, escapeText(text))
		}
	}
	return strings.Join(escaped, ",")
}

// degrees has six decimals, about ten centimeters, as RFC 5545 3.8.1.6 asks.
func degrees(value float64) string {
	return strconv.FormatFloat(value, 'f', 6, 64)
}

// referenceYear is the year whose daylight saving rule the feed declares: that
// of the last event, so that a coming change of law is followed with the
// events. The year of an empty feed does not matter to anybody but must be fixed.
func referenceYear(location *time.Location, events []*Event) int {
	const withoutEvents = 2026
	if len(events) == 0 {
		return withoutEvents
	}
	return events[len(events)-1].Start.In(location).Year()
}
