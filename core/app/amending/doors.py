"""Which doors lead to amendments and to the versions of a contract?"""

from core.app import drafting
from core.app.amending import amend, reopen, versions
from core.app.doorway import Doors

DOORS = Doors(
    commands={"amend": amend.amend, "versions": versions.versions},
    actions={
        "amend.add-kind": amend.add_kind,
        "amend.begin": amend.begin_again,
        "amend.change": amend.change_line,
        "amend.drop": amend.drop_line,
        "amend.pick-add": amend.pick_add,
        "amend.pick-change": amend.pick_change,
        "amend.pick-drop": amend.pick_drop,
        "amend.put": amend.put_line,
        "contract.accept": reopen.accept,
        "contract.add-kind": drafting.add_kind,
        "contract.page": versions.page,
        "contract.put-line": drafting.put_line,
        "contract.reopen": reopen.reopen,
    },
    answers={"amend.words": amend.words_told},
    timers={},
)
