using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Endpoints;

namespace ZoneFlow.Web.Api;

/// <summary>A JSON body with the bytes it came in, which an Idempotency-Key is checked against.</summary>
internal static class ApiBody
{
    private const int Largest = 1 << 20;

    public static async Task<(T Value, byte[] Bytes)> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type)
    {
        if (!http.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException("A JSON body is expected.", StatusCodes.Status415UnsupportedMediaType);
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int read; (read = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0;)
        {
            if (buffer.Length + read > Largest)
            {
                throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
            }

            buffer.Write(chunk, 0, read);
        }

        var bytes = buffer.ToArray();
        return (Read(bytes, type), bytes);
    }

    /// <exception cref="UnreadableException">Not JSON, or with a member too many, too few or of the wrong kind.</exception>
    public static T Read<T>(byte[] bytes, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("The body is null.");
        }
        catch (JsonException error)
        {
            throw new UnreadableException(
                new Refusal("unreadable", new Label("无法读取提交的内容。", "What was sent cannot be read."), null, [.. Wrong(bytes, type, error)]), error);
        }
    }

    private static RefusalDetail[] Wrong(byte[] bytes, JsonTypeInfo type, JsonException error)
    {
        JsonElement body;
        try
        {
            body = JsonDocument.Parse(bytes).RootElement;
        }
        catch (JsonException)
        {
            return [new RefusalDetail("", new Label("内容不是JSON。", "The body is not JSON."))];
        }

        var sent = body.ValueKind == JsonValueKind.Object ? body.EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase) : [];
        var missing = type.Properties.Where(p => p.IsRequired && !sent.Contains(p.Name)).Select(p => new RefusalDetail(p.Name, new Label("必填。", "Required.")));
        var unknown = sent.Where(name => type.Properties.All(p => !p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            .Select(name => new RefusalDetail(name, new Label("没有这一项。", "There is no such field.")));
        RefusalDetail[] found = [.. missing, .. unknown];
        return found.Length > 0 ? found : [new RefusalDetail(error.Path?.TrimStart('$', '.') ?? "", new Label("格式不符。", "Not of the right kind."))];
    }
}
