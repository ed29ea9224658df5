using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ZoneFlow.Server.Tests.Http;

/// <summary>A page as it was answered, taken apart.</summary>
internal sealed record Page(HttpResponseMessage Answer, string Text, IHtmlDocument Html)
{
    public int Status => (int)Answer.StatusCode;
}

/// <summary>Pages over real HTTP, with a session's cookie or without. Redirects are not followed.</summary>
internal sealed class Browser
{
    private static readonly HtmlParser Parser = new();

    public Browser(DemoServer server, string? token)
    {
        Client = server.Client();
        if (token is not null)
        {
            Client.DefaultRequestHeaders.Add("Cookie", $"zoneflow={token}");
        }
    }

    public HttpClient Client { get; }

    public async Task<Page> GetAsync(string path) => await ReadAsync(await Client.GetAsync(path));

    public async Task<Page> PostAsync(string path, IEnumerable<(string Name, string Value)> fields, IEnumerable<(string Slot, string File, byte[] Bytes)>? files = null)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var (slot, file, bytes) in files ?? [])
        {
            form.Add(new ByteArrayContent(bytes), $"file.{slot}", file);
        }

        return await ReadAsync(await Client.PostAsync(path, form));
    }

    /// <summary>The hidden fields of the form that a page shows: its signal and its nonce.</summary>
    public static List<(string Name, string Value)> Hidden(Page page, string form = "form[method=post]") =>
        [.. page.Html.QuerySelectorAll($"main {form} input[type=hidden]").Cast<IHtmlInputElement>().Select(i => (i.Name!, i.Value))];

    public static async Task<Page> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return new Page(answer, text, Parser.ParseDocument(text));
    }
}
