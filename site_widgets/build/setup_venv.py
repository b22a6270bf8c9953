"""Make the virtual environment. Run by any python3, so it uses nothing newer than Python 3.5."""

import os
import shutil
import subprocess
import sys

VENV = ".venv"


def stop(message):
    """Say one plain thing and end."""
    sys.exit("Set-up stopped: " + message)


def require_python():
    """Stop unless this Python is 3.11 or later."""
    if tuple(sys.version_info) < (3, 11):
        stop(
            "this is Python {}.{} and the project needs 3.11 or later. Name a newer one: make PYTHON=python3.13".format(
                *sys.version_info
            )
        )


def require_ensurepip():
    """Install Debian's python3-venv where it is missing and we may; otherwise say what to run."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        package = "python3-venv"
        if not shutil.which("apt-get"):
            stop("this Python has no venv module. Install it, then run make again.")
        if os.geteuid() != 0:
            stop("this Python has no venv module. Run: sudo apt-get install " + package)
        subprocess.check_call(["apt-get", "update", "-qq"])
        subprocess.check_call(["apt-get", "install", "-y", "-qq", package])


def write_paths(root):
    """Let every Python in the environment import `cse_core` and `site_widgets` from the work tree."""
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    python = os.path.join(root, VENV, "bin", "python")
    packages = subprocess.check_output([python, "-c", code]).decode().strip()
    with open(os.path.join(packages, "cse_paths.pth"), "w") as file:
        file.write(os.path.join(root, "src") + "\n" + root + "\n")


def run():
    """Leave a working virtual environment in .venv."""
    require_python()
    require_ensurepip()
    root = os.getcwd()
    # A child, because ensurepip installed a moment ago is not seen by this Python.
    subprocess.check_call([sys.executable, "-m", "venv", "--clear", VENV])
    write_paths(root)


if __name__ == "__main__":
    run()
