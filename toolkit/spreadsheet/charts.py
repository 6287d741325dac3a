"""Pictures that the spreadsheet program draws itself, from the cells of a table."""

from __future__ import annotations

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from toolkit.spreadsheet.cells import CHART_COLOURS
from toolkit.spreadsheet.table import Table

MOST_BARS = 40  # more cannot be read
CHART_HEIGHT, HEIGHT_OF_BAR = 95, 19  # pixels
CHART_WIDTH = 480


def add_chart(
    book: Workbook, sheet: Worksheet, table: Table, first: tuple[int, int], place: tuple[int, int], spans: list[int]
) -> int:
    """Puts a bar chart of a table beside it; gives its height in pixels, 0 where there is none.

    `first` is the cell of the table's first line and column, `spans` the column of the sheet that each column is in.
    A table of which a number is withheld has no chart: it would show nothing where there is something.
    """
    if not table.chart or not table.rows or len(table.rows) > MOST_BARS:
        return 0
    if not all(row[column].isdecimal() for row in table.rows for column in table.chart.columns):
        return 0
    chart = book.add_chart({"type": "bar", "subtype": "percent_stacked"})
    top, first_column = first
    bottom = top + len(table.rows) - 1
    name = sheet.get_name()
    for column, colour in zip(table.chart.columns, table.chart.colours, strict=True):
        at = spans[column]
        chart.add_series(
            {
                "name": [name, top - 1, at],
                "categories": [name, top, first_column, bottom, first_column],
                "values": [name, top, at, bottom, at],
                "fill": {"color": CHART_COLOURS[colour]},
                "border": {"color": "#FFFFFF", "width": 0.75},
                "gap": 40,
            }
        )
    chart.set_title({"name": table.title, "name_font": {"size": 12}})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    chart.set_x_axis({"num_format": "0%", "major_gridlines": {"visible": True, "line": {"color": "#D5DADC"}}})
    chart.set_legend({"position": "bottom"})
    height = CHART_HEIGHT + HEIGHT_OF_BAR * len(table.rows)
    chart.set_size({"width": CHART_WIDTH, "height": height})
    sheet.insert_chart(*place, chart, {"description": f"{table.title}. The numbers are in the table beside it."})
    return height
