// Package osrm asks an OSRM server for the minutes by car between places, by its table service:
// https://project-osrm.org/docs/v5.24.0/api/#table-service. It knows nothing of the house; whoever calls it decides what to do without an answer.
package osrm

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Point is a place on the map, in WGS 84 degrees.
type Point struct{ Latitude, Longitude float64 }

// Unreachable stands in a table where the server knows no way.
const Unreachable = -1

const (
	askTime    = 20 * time.Second // for one answer
	mostOctets = 8 << 20          // of an answer
	mostPoints = 50               // in one question: servers take a hundred unless told otherwise, sources and destinations together
)

// Client asks one server. Its methods are safe for use by several goroutines.
type Client struct {
	base string
	http *http.Client
}

// New returns a client of the server at an address such as http://osrm.local:5000.
func New(address string) *Client {
	return &Client{base: strings.TrimRight(address, "/"), http: &http.Client{
		Timeout:       askTime,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// ErrAnswer says that the server answered something that is no table.
var ErrAnswer = errors.New("the routing server answered no table")

// Minutes returns the minutes from every point to every other, rounded up, [Unreachable] where there is no way. Large tables are asked for in parts.
func (c *Client) Minutes(ctx context.Context, points []Point) ([][]int, error) {
	minutes := make([][]int, len(points))
	for i := range minutes {
		minutes[i] = make([]int, len(points))
	}
	for from := 0; from < len(points); from += mostPoints {
		for to := 0; to < len(points); to += mostPoints {
			sources, destinations := points[from:min(from+mostPoints, len(points))], points[to:min(to+mostPoints, len(points))]
			part, err := c.table(ctx, sources, destinations)
			if err != nil {
				return nil, err
			}
			for i := range part {
				copy(minutes[from+i][to:], part[i])
			}
		}
	}
	return minutes, nil
}

// answer is what the table service writes: seconds, null where there is no way.
type answer struct {
	Code      string       `json:"code"`
	Durations [][]*float64 `json:"durations"`
}

func (c *Client) table(ctx context.Context, sources, destinations []Point) ([][]int, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+question(sources, destinations), nil)
	if err != nil {
		return nil, fmt.Errorf("routing server: %w", err)
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, fmt.Errorf("routing server: %w", withoutAddress(err))
	}
	defer response.Body.Close()
	var told answer
	err = json.NewDecoder(io.LimitReader(response.Body, mostOctets)).Decode(&told)
	if err != nil || response.StatusCode != http.StatusOK || told.Code != "Ok" || len(told.Durations) != len(sources) {
		return nil, fmt.Errorf("%w: status %d, code %.40q", ErrAnswer, response.StatusCode, told.Code)
	}
	table := make([][]int, len(sources))
	for i, row := range told.Durations {
		if len(row) != len(destinations) {
			return nil, fmt.Errorf("%w: row %d has %d columns, %d were asked for", ErrAnswer, i, len(row), len(destinations))
		}
		table[i] = make([]int, len(row))
		for j, seconds := range row {
			table[i][j] = Unreachable
			if seconds != nil && *seconds >= 0 {
				table[i][j] = int(math.Ceil(*seconds / 60))
			}
		}
	}
	return table, nil
}

// question is the path of a table from sources to destinations. Coordinates are longitude first, with the six decimals the server keeps.
func question(sources, destinations []Point) string {
	coordinates := make([]string, 0, len(sources)+len(destinations))
	var indexes [2][]string
	for part, points := range [][]Point{sources, destinations} {
		for _, point := range points {
			indexes[part] = append(indexes[part], strconv.Itoa(len(coordinates)))
			coordinates = append(coordinates, fmt.Sprintf("%.6f,%.6f", point.Longitude, point.Latitude))
		}
	}
	return "/table/v1/driving/" + strings.Join(coordinates, ";") +
		"?sources=" + strings.Join(indexes[0], ";") + "&destinations=" + strings.Join(indexes[1], ";") + "&annotations=duration"
}

// withoutAddress takes the address off an error of the network: it says where families live.
func withoutAddress(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err
		}
		err = inner
	}
}
