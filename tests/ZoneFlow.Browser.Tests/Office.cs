using Microsoft.Playwright;
using ZoneFlow.Core.Calendars;
using ZoneFlow.TestKit;

namespace ZoneFlow.Browser.Tests;

/// <summary>The chapters of a zone's life as its people walk them, page by page.</summary>
internal sealed class Office(Chromium chromium, bool phone = false)
{
    private readonly Dictionary<string, Person> _people = [];

    public string Today => CivilDate.Of(chromium.Server.Now).ToString("yyyy-MM-dd", null);

    public async Task<Person> AsAsync(string sample) =>
        _people.TryGetValue(sample, out var person) ? person : _people[sample] = await chromium.SignInAsync(sample, phone);

    /// <param name="look">What the names begin with under which each page is looked at.</param>
    public async Task ApplyAsync(string applicant, string title, string region, string look)
    {
        var body = await AsAsync(applicant);
        await body.Page.GotoAsync("/worklist");
        await body.SeeAsync($"{look}-worklist-empty");
        var start = body.Page.GetByTestId("start-case");
        await start.GetByLabel("名称").FillAsync(title);
        await start.GetByLabel("所在地区").SelectOptionAsync(region);
        await start.GetByRole(AriaRole.Button).ClickAsync();
        await body.Page.GetByTestId("form-link").ClickAsync();
        await body.SeeAsync($"{look}-form-empty");
        foreach (var (name, answer) in Papers.LiaoningAnswers(9, 4, 800))
        {
            await FillAsync(body.Page.GetByTestId($"field-{name}"), answer);
        }

        await body.Page.GetByTestId("save").ClickAsync();
        await body.Page.GetByTestId("saved").WaitForAsync();
        await body.SeeAsync($"{look}-form-saved");
        await body.Page.GetByTestId("submit-link").ClickAsync();
        await body.ConfirmAsync($"{look}-submit", null);
    }

    /// <param name="look">Null for a zone whose pages another has shown.</param>
    public async Task EvaluateAsync(string title, string? look = null)
    {
        var province = await AsAsync("province");
        await province.DossierAsync(title, Named(look, "dossier-province"));
        await province.ChooseAsync("聘请专家");
        foreach (var box in await province.Page.Locator("input[name=expert]").AllAsync())
        {
            await box.CheckAsync();
        }

        await province.SeeAsync(Named(look, "seats"));
        await province.Page.GetByTestId("seat").ClickAsync();
        foreach (var name in (string[])["expert-1", "expert-2", "expert-3"])
        {
            var expert = await AsAsync(name);
            await expert.TaskAsync(title, Named(look, $"task-{name}"));
            await expert.ChooseAsync("评分");
            await expert.Page.Locator("input[inputmode=decimal]").First.FillAsync("86");
            await expert.Page.Locator("textarea").First.FillAsync("基础较好，服务机构集中。");
            await expert.SeeAsync(Named(look, $"score-{name}"));
            await expert.Page.GetByTestId("score").First.ClickAsync();
            await expert.SeeAsync(Named(look, $"scored-{name}"));
        }

        await province.ActAsync(title, "形成评估意见", Named(look, "conclude"));
    }

    /// <summary>A sitting takes the zones onto its list and publishes it.</summary>
    public async Task SitAsync(string sitting, params string[] zones)
    {
        var province = await AsAsync("province");
        await province.Page.GotoAsync("/worklist");
        var open = province.Page.GetByTestId("start-round");
        await open.GetByLabel("名称").FillAsync(sitting);
        await open.GetByRole(AriaRole.Button).ClickAsync();
        await province.SeeAsync("sitting-open");
        foreach (var zone in zones)
        {
            await province.ActAsync(zone, "提请党组会审议", "table", form => form.Locator("select").SelectOptionAsync(new SelectOptionValue { Index = 1 }));
        }

        await province.ActAsync(sitting, "召开党组会", "convene");
        await province.ActAsync(sitting, "审议通过名单", "decide", async form =>
        {
            foreach (var zone in zones)
            {
                await form.GetByLabel(zone).CheckAsync();
            }
        });
        await province.DossierAsync(sitting, "dossier-sitting");
    }

    /// <summary>Moves the clock on its page to a day.</summary>
    public async Task MoveToAsync(string day, string? look = null)
    {
        var window = (await AsAsync("office-operator")).Window;
        await window.GoAsync("/demo/clock", look);
        await window.Page.GetByTestId("date").FillAsync(day);
        await window.Page.GetByTestId("to").ClickAsync();
        Assert.Contains(day, await window.Page.GetByTestId("now").Locator("time").GetAttributeAsync("datetime") ?? "", StringComparison.Ordinal);
    }

    public static Func<ILocator, Task> Dated(string day) => form => form.Locator("input[type=date]").FillAsync(day);

    private static string? Named(string? look, string page) => look is null ? null : $"{look}-{page}";

    private static async Task FillAsync(ILocator field, object answer)
    {
        switch (answer)
        {
            case bool yes:
                await field.Locator($"input[value={(yes ? "yes" : "no")}]").CheckAsync();
                break;
            case IEnumerable<Dictionary<string, string>> rows:
                foreach (var (column, text) in rows.First())
                {
                    await field.Locator($"input[name$='.0.{column}']").FillAsync(text);
                }

                break;
            default:
                var input = field.Locator("input, select, textarea").First;
                if (await input.EvaluateAsync<string>("e => e.tagName") == "SELECT")
                {
                    await input.SelectOptionAsync(answer.ToString()!);
                }
                else if (await input.GetAttributeAsync("type") == "radio")
                {
                    await field.Locator($"input[value='{answer}']").CheckAsync();
                }
                else
                {
                    await input.FillAsync(answer.ToString()!);
                }

                break;
        }
    }
}
