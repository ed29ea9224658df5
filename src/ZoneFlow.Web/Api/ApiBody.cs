using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

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
        var value = JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("The body is null.");
        return (value, bytes);
    }
}
