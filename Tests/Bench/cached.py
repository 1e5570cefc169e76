# SPDX-License-Identifier: EUPL-1.2
"""Compares a cached page with nginx, which serves the same bytes from a file on the same machine in the same run."""

import contextlib
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time
import urllib.request

import load
import program

PATH = "/projekte"
CONNECTIONS = 64
RATIO_BAR = 0.5
CONFIGURATION = """
worker_processes auto;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
daemon off;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    keepalive_requests 1000000;
    default_type "text/html; charset=utf-8";
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    open_file_cache max=10;
    server {{ listen 127.0.0.1:{port}; root {folder}/pages; }}
}}
"""


@contextlib.contextmanager
def nginx(content):
    """Serves the content at /page while the block runs."""
    with tempfile.TemporaryDirectory(prefix="dreiklang-bench.") as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        (folder / "pages").mkdir()
        (folder / "pages/page").write_bytes(content)
        port = program.free_port()
        (folder / "nginx.conf").write_text(CONFIGURATION.format(folder=folder, port=port))
        process = subprocess.Popen(["/usr/sbin/nginx", "-c", str(folder / "nginx.conf"), "-e", "stderr"])
        try:
            wait_for(f"http://127.0.0.1:{port}/page", content)
            yield port
        finally:
            process.terminate()
            process.wait(timeout=10)


def wait_for(address, content):
    for _ in range(400):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if answer.read() == content:
                    return
        except OSError:
            pass
        time.sleep(0.01)
    raise load.Failure("nginx does not serve the same bytes")


def measure(bench):
    """Requests per second of both in turn, and the middle of the ratios."""
    if not shutil.which("/usr/sbin/nginx"):
        raise load.Failure("there is no nginx; script/setup --bench installs it")
    pairs = []
    with bench.program.served(page_cache=True) as server:
        content = server.page(PATH)
        with nginx(content) as port:
            for _ in range(1 if bench.quick else 3):
                ours = load.ask(server.port, [PATH], CONNECTIONS, bench.seconds)["per_second"]
                theirs = load.ask(port, ["/page"], CONNECTIONS, bench.seconds)["per_second"]
                pairs.append((ours, theirs))
    return {
        "path": PATH, "bytes": len(content), "connections": CONNECTIONS,
        "per_second": statistics.median(ours for ours, _ in pairs),
        "nginx_per_second": statistics.median(theirs for _, theirs in pairs),
        "ratio": statistics.median(ours / theirs for ours, theirs in pairs),
    }


def lines(part):
    return [f"cached {part['path']} ({part['bytes']} bytes, {part['connections']} connections): "
            f"{part['per_second']:.0f}/s, nginx {part['nginx_per_second']:.0f}/s, ratio {part['ratio']:.2f}"]


def missed(part):
    if part["ratio"] >= RATIO_BAR:
        return []
    return [f"cached page at {part['ratio']:.2f} of nginx (bar: {RATIO_BAR})"]
