package io.runfabric.console.ui.table;

import java.util.List;

/// A row for tests.
///
/// @param ripe a stored time, or none
record Fruit(int id, String name, String place, String ripe, long weight) {

  static final Column<Fruit> NAME = Column.of("name", "Name", CellKind.TEXT, 100, Fruit::name);
  static final Column<Fruit> PLACE = Column.of("place", "Place", CellKind.TEXT, 100, Fruit::place);
  static final Column<Fruit> RIPE = Column.time("ripeAt", "Ripe", 100, Fruit::ripe);
  static final Column<Fruit> WEIGHT =
      Column.number("weight", "Weight", 80, Fruit::weight, grams -> grams + " g");
  static final List<Column<Fruit>> COLUMNS = List.of(NAME, PLACE, RIPE, WEIGHT);

  static Fruit named(int id, String name) {
    return new Fruit(id, name, "", "", 0);
  }

  static Fruit at(int id, String name, String place) {
    return new Fruit(id, name, place, "", 0);
  }
}
