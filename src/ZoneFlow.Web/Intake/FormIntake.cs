using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;

namespace ZoneFlow.Web.Intake;

/// <summary>
/// Reads a posted form part by part: texts within bounds, files straight through to the document store, so that a
/// large upload is never held in memory. A file part is named <c>file.</c> and its slot; one named <c>file</c> alone
/// takes its slot from another field of the form. One named <c>text.</c> and a field is a text file for that field; those named
/// <c>pack</c> are texts under their own names.
/// </summary>
public sealed class FormIntake(Uploads uploads)
{
    /// <summary>What the name of a text begins with that came as a file of a field <c>pack</c>; its own name follows.</summary>
    public const string NamedText = "pack/";

    private const int MostParts = 500;
    private const int MostText = 2 << 20;
    private const int MostFiles = 20;

    public async Task<FormRead> ReadAsync(HttpContext http, Confiding confiding)
    {
        var boundary = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
        if (boundary is not { Length: > 0 and <= 100 })
        {
            return await ReadFieldsAsync(http);
        }

        try
        {
            return await ReadPartsAsync(http, new MultipartReader(boundary, http.Request.Body), confiding, http.RequestAborted);
        }
        catch (IOException cutShort) when (cutShort.Source == typeof(MultipartReader).Assembly.GetName().Name)
        {
            // The reader's own word for a form without its end; what the disk throws comes from elsewhere.
            throw new BadHttpRequestException("The form ends too early.", cutShort);
        }
    }

    private static async Task<FormRead> ReadFieldsAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            throw new BadHttpRequestException("A form is expected.", StatusCodes.Status415UnsupportedMediaType);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var typed = form.ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToImmutableArray(), StringComparer.Ordinal);
        return new FormRead(new Typed(typed), [], null, Digest(typed, []));
    }

    private async Task<FormRead> ReadPartsAsync(HttpContext http, MultipartReader reader, Confiding confiding, CancellationToken cancellationToken)
    {
        var typed = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<FiledDocument>();
        var (parts, text) = (0, 0);
        Refusal? refusal = null;
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (++parts > MostParts || files.Count > MostFiles)
            {
                throw new BadHttpRequestException("Too many parts.", StatusCodes.Status413PayloadTooLarge);
            }

            var disposition = section.GetContentDispositionHeader();
            var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).Value ?? "";
            var asText = disposition is not null && disposition.IsFileDisposition() && name.StartsWith("text.", StringComparison.Ordinal) && FileName(disposition).Length > 0;
            if (disposition is not null && disposition.IsFileDisposition() && name.StartsWith("table.", StringComparison.Ordinal))
            {
                // A table: CSV is read as text, anything else is looked into as a workbook.
                asText = FileName(disposition).EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
                name = asText ? "table" : "file.table";
            }
            else if (asText)
            {
                name = name["text.".Length..];
            }
            else if (disposition is not null && disposition.IsFileDisposition() && name == "pack" && FileName(disposition) is { Length: > 0 } own)
            {
                // Several text files under one field: each keeps its own name.
                (asText, name) = (true, NamedText + Path.GetFileName(own));
            }

            if (!asText && disposition is not null && disposition.IsFileDisposition())
            {
                var fileName = FileName(disposition);
                if (fileName.Length == 0 || (name != "file" && !name.StartsWith("file.", StringComparison.Ordinal)))
                {
                    // A file field that was left empty.
                    await section.Body.CopyToAsync(Stream.Null, cancellationToken);
                    continue;
                }

                var (document, refused) = await uploads.TakeAsync(http, name == "file" ? name : name["file.".Length..], section.Body, fileName, confiding, cancellationToken);
                refusal ??= refused;
                if (document is not null)
                {
                    files.Add(document);
                }

                continue;
            }

            var value = await TextAsync(section.Body, MostText - text, cancellationToken);
            text += value.Length;
            typed[name] = (typed.TryGetValue(name, out var before) ? before : []).Add(value);
        }

        return new FormRead(new Typed(typed), files.ToImmutable(), refusal, Digest(typed, files));
    }

    // A part is usually a few characters: what it takes grows with what it holds.
    private static async Task<string> TextAsync(Stream body, int most, CancellationToken cancellationToken)
    {
        using var content = new StreamReader(body, Encoding.UTF8);
        var (text, buffer) = (new StringBuilder(), new char[1024]);
        while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (text.Length + read >= most)
            {
                throw new BadHttpRequestException("The form's texts are too long.", StatusCodes.Status413PayloadTooLarge);
            }

            text.Append(buffer, 0, read);
        }

        return text.ToString();
    }

    private static string FileName(ContentDispositionHeaderValue disposition) =>
        (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).Value ?? "";

    // What was asked, whatever the order and the boundary it came in.
    private static byte[] Digest(Dictionary<string, ImmutableArray<string>> typed, IEnumerable<FiledDocument> files)
    {
        var text = new StringBuilder();
        foreach (var (name, values) in typed.Where(t => t.Key is not ("nonce" or "code")).OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            text.Append(name.Length).Append(':').Append(name);
            foreach (var value in values)
            {
                text.Append(value.Length).Append(':').Append(value);
            }
        }

        foreach (var file in files.OrderBy(f => f.Slot, StringComparer.Ordinal))
        {
            text.Append(file.Slot).Append('=').Append(file.Content);
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
