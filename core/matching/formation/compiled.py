"""How is a function of numbers turned into machine code?

Only modules that run in the worker process import this one: numba costs 0.8 s and 200 MB.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """Compile on first call and keep the result beside the source for the next process."""
    return cast(Function, numba.njit(cache=True, error_model="numpy", boundscheck=False)(function))
