"""Temperature and pH of the simulated pneumonia cohort to the decimals that its model was fitted on.

The cohort's file holds both cut to whole numbers, so a refit on it cannot give the published coefficient of asthma. This runs
the cohort's own simulator (numpy 2.x, pandas, scikit-learn; its generator is fixed by its seed) and keeps the two columns
before they are cut; the file that it writes besides is the cohort's, byte for byte once unzipped.

python make.py PATH/simulate_caruana.py
"""
import gzip, pathlib, sys, tempfile

source = pathlib.Path(sys.argv[1]).read_text()
cut = "d=X.astype(int"
assert source.count(cut) == 1
keep = "X.assign(id=range(1,N+1))[['id','temp','ph']].to_csv('exact.csv',index=False)\n"
here = pathlib.Path(__file__).parent
with tempfile.TemporaryDirectory() as folder:
    import os

    os.makedirs(f"{folder}/caruana_sim")
    os.makedirs(f"{folder}/run")
    os.chdir(f"{folder}/run")
    exec(compile(source.replace(cut, keep + cut), "simulate_caruana", "exec"))
    data = pathlib.Path("exact.csv").read_bytes()
(here / "temp-and-ph.csv.gz").write_bytes(gzip.compress(data, 9, mtime=0))
