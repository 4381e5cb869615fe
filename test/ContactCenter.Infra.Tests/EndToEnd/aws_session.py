"""The AWS command line, once for many commands: its start takes a processor longer than what it is asked for.

Reads a JSON list of arguments a line, and answers each with a line: exit code, output and errors.
"""
import contextlib
import io
import json
import sys

from awscli.clidriver import create_clidriver

answers = sys.stdout
driver = create_clidriver()
print(json.dumps("ready"), file=answers, flush=True)
for line in sys.stdin:
    output, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
        try:
            code = driver.main(json.loads(line))
        except SystemExit as end:
            code = end.code
    print(json.dumps([code, output.getvalue(), errors.getvalue()]), file=answers, flush=True)
