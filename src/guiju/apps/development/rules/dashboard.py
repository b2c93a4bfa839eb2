"""Who sees the numbers of projects (看板权限)."""

from guiju.web.access import SIGN_IN, Rule

SEE_DASHBOARD = Rule("development.see_dashboard", (SIGN_IN,))
