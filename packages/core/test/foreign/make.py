"""Makes the Arrow files of this folder (polars 2.1.0, pyarrow 26.0.1). Each holds the same 20 000 rows."""

import polars as pl
import pyarrow as pa
import pyarrow.feather as feather

ROWS = 20_000
number = [None if i % 7 == 0 else (i % 4) / 4 for i in range(ROWS)]
text = [None if i % 5 == 0 else ["kvinde", "mand", "ændret"][i % 3] for i in range(ROWS)]

frame = pl.DataFrame({"number": number, "text": text})
frame.write_ipc("polars-lz4.arrow", compression="lz4")
frame.write_ipc_stream("polars-zstd.arrows", compression="zstd")

table = pa.table({"number": number, "text": pa.array(text).dictionary_encode()})
feather.write_feather(table, "pyarrow-lz4.arrow", compression="lz4")
feather.write_feather(table, "pyarrow-zstd.arrow", compression="zstd")
