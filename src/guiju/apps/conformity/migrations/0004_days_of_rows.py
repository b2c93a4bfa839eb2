from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("conformity", "0003_judgements")]

    operations = [
        migrations.AddField(
            model_name="judgement",
            name="editions",
            field=models.JSONField(default=list, help_text="all rule files, where days choose one"),
        ),
        migrations.AddField(
            model_name="judgement",
            name="dating",
            field=models.JSONField(default=dict, help_text="by which days, or as which series"),
        ),
    ]
