"""Where the application listens."""

from __future__ import annotations

import socket

import click
import pytest

from wub.serving import free_port

HOST = "127.0.0.1"


def test_a_port_in_use_is_passed_over():
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        taken = other.getsockname()[1]
        assert free_port(HOST, taken) > taken


def test_when_no_port_is_left_the_command_says_what_to_do():
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        with pytest.raises(click.ClickException, match="--port"):
            free_port(HOST, other.getsockname()[1], tries=1)
