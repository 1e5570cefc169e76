# SPDX-License-Identifier: EUPL-1.2
"""Compares a cached page with nginx, which serves the same bytes from a file on the same machine in the same run."""

import contextlib
import pathlib
import statistics
import subprocess
import tempfile
import time
import urllib.request

import load
import program

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


def compare(server, path, seconds, rounds):
    """Requests per second of both in turn, and the middle of the ratios."""
    content = server.page(path)
    pairs = []
    with nginx(content) as port:
        for _ in range(rounds):
            ours = load.ask(server.port, [path], 64, seconds)["per_second"]
            theirs = load.ask(port, ["/page"], 64, seconds)["per_second"]
            pairs.append((ours, theirs))
    return {
        "path": path, "bytes": len(content), "connections": 64,
        "per_second": statistics.median(ours for ours, _ in pairs),
        "nginx_per_second": statistics.median(theirs for _, theirs in pairs),
        "ratio": statistics.median(ours / theirs for ours, theirs in pairs),
    }
