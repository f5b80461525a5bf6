package models_test

import (
	"os"
	"testing"

	"github.com/maillage-dime/maillage/models/storetest"
)

func TestMain(m *testing.M) { os.Exit(storetest.Main(m)) }
