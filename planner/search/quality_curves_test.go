package search

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
)

// panel is one problem in the picture of the costs: our runs and the figures of a peer.
type panel struct {
	title string
	limit time.Duration // of our runs
	ours  [][]point
	peer  []point
}

// The picture: panels two by two, time from half a second to five minutes, ten times as long at each equal step.
const (
	panelWidth, panelHeight = 430, 260
	marginLeft, marginTop   = 58, 44
	plotWidth, plotHeight   = 350, 164
	shortest, longest       = 0.5, 300.0
	drawnPoints             = 60
)

// drawPanels draws the median of our runs with its range, and the peer's figures, as SVG that reads in black and white.
func drawPanels(panels []panel) []byte {
	var out bytes.Buffer
	rows := (len(panels) + 1) / 2
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="system-ui, sans-serif" font-size="11">`+"\n", 2*panelWidth, rows*panelHeight+24)
	fmt.Fprintf(&out, `<rect width="100%%" height="100%%" fill="#fff"/>`+"\n")
	for i, p := range panels {
		fmt.Fprintf(&out, `<g transform="translate(%d %d)">`+"\n", i%2*panelWidth, i/2*panelHeight)
		p.draw(&out)
		out.WriteString("</g>\n")
	}
	fmt.Fprintf(&out, `<text x="%d" y="%d" fill="#444">Soft cost by seconds (lower is better). Line and band: median and range of five searches on two threads. Circles: the peer, one run each.</text>`+"\n", marginLeft, rows*panelHeight+10)
	out.WriteString("</svg>\n")
	return out.Bytes()
}

func (p *panel) draw(out *bytes.Buffer) {
	low, high := p.span()
	x := func(seconds float64) float64 {
		return marginLeft + plotWidth*math.Log(seconds/shortest)/math.Log(longest/shortest)
	}
	y := func(cost float64) float64 { return marginTop + plotHeight*(high-min(cost, high))/(high-low) }
	fmt.Fprintf(out, `<text x="%d" y="24" font-size="13" font-weight="600">%s</text>`+"\n", marginLeft, p.title)
	for _, seconds := range []float64{1, 10, 60, 300} {
		fmt.Fprintf(out, `<path d="M%.1f %d v%d" stroke="#ddd"/><text x="%.1f" y="%d" text-anchor="middle" fill="#444">%g s</text>`+"\n",
			x(seconds), marginTop, plotHeight, x(seconds), marginTop+plotHeight+16, seconds)
	}
	for i := range 5 {
		cost := low + (high-low)*float64(i)/4
		fmt.Fprintf(out, `<path d="M%d %.1f h%d" stroke="#ddd"/><text x="%d" y="%.1f" text-anchor="end" fill="#444">%.0f</text>`+"\n",
			marginLeft, y(cost), plotWidth, marginLeft-6, y(cost)+4, cost)
	}
	var middle, upper, lower []string
	for i := range drawnPoints + 1 {
		seconds := shortest * math.Pow(p.limit.Seconds()/shortest, float64(i)/drawnPoints)
		costs := p.costsAt(seconds)
		if len(costs) < len(p.ours) || costs[len(costs)/2] > high {
			continue // not every run has planned everything yet, or they begin above the picture
		}
		at := func(cost float64) string { return fmt.Sprintf("%.1f %.1f", x(seconds), y(cost)) }
		middle = append(middle, at(costs[len(costs)/2]))
		upper = append(upper, at(costs[len(costs)-1]))
		lower = append(lower, at(costs[0]))
	}
	slices.Reverse(lower)
	fmt.Fprintf(out, `<polygon points="%s" fill="#1f4e8c" fill-opacity=".18"/>`+"\n", strings.Join(append(upper, lower...), " "))
	fmt.Fprintf(out, `<polyline points="%s" fill="none" stroke="#1f4e8c" stroke-width="2"/>`+"\n", strings.Join(middle, " "))
	for _, peer := range p.peer {
		fmt.Fprintf(out, `<circle cx="%.1f" cy="%.1f" r="4" fill="#fff" stroke="#b3261e" stroke-width="2"/><text x="%.1f" y="%.1f" text-anchor="middle" fill="#b3261e">%.0f</text>`+"\n",
			x(peer.seconds), y(peer.cost), x(peer.seconds), y(peer.cost)-8, peer.cost)
	}
}

// costsAt returns what the plans of the runs cost after some time, least first, of those that have planned everything by then.
func (p *panel) costsAt(seconds float64) []float64 {
	var costs []float64
	for _, curve := range p.ours {
		cost := math.Inf(1)
		for _, at := range curve {
			if at.seconds <= seconds {
				cost = at.cost
			}
		}
		if !math.IsInf(cost, 1) {
			costs = append(costs, cost)
		}
	}
	slices.Sort(costs)
	return costs
}

// span returns the costs at the foot and the top of the panel: a little below what everybody reached, and a fifth above it.
func (p *panel) span() (low, high float64) {
	low = endsOf(p.ours)[0]
	for _, peer := range p.peer {
		low = min(low, peer.cost)
	}
	return low * 0.98, low * 1.2
}
