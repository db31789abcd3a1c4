from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from orgchart import start
from orgchart.catalogs import compile_catalogs
from orgchart.preparing import preparing
from orgchart.static_files import collect_changed


class Command(BaseCommand):
    help = "Prepare what is missing (key, tables, seed, static files, a login) and serve."
    requires_system_checks = []

    def handle(self, *args, **options):
        start.refuse_taken_port(settings.ADDRESS, settings.PORT)
        with preparing(self.say):
            password = self.prepare()
        self.introduce(password)
        start.serve()

    def say(self, text):
        """Say it now: somebody waits."""
        self.stdout.write(text)
        self.stdout.flush()

    def prepare(self):
        """Make what is missing; return the first login's password if it was made."""
        compile_catalogs(settings.BASE_DIR)
        call_command("migrate", interactive=False, verbosity=0)
        if start.load_seed_if_empty():
            self.say("示例已载入 Seed loaded")
        if collect_changed():
            self.say("静态文件已整理 Static files collected")
        return start.make_first_editor()

    def introduce(self, password):
        """Say where everything is, and the first password, which is never shown again."""
        address = start.site_address()
        self.stdout.write(f"\n  营销架构 Marketing organisation charts   {address}")
        self.stdout.write(f"  编辑 Editing                             {address}admin/")
        if password:
            self.stdout.write(f"\n  用户名 Name       {start.EDITOR}")
            self.stdout.write(f"  一次性密码 One-time password   {password}")
            self.stdout.write("  仅显示这一次，登录后须立即更换。")
            self.stdout.write("  It is shown only now and must be replaced after logging in.")
            self.stdout.write("\n  管理员 For an administrator as well: manage.py createsuperuser")
        self.stdout.write("\n  停止 Stop: Ctrl-C\n")
