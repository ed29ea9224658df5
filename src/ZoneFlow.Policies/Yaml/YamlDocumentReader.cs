using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ZoneFlow.Policies.Yaml;

/// <summary>
/// Reads one YAML document and refuses what makes YAML treacherous: every scalar is a text, so <c>no</c> is no boolean; a key
/// stands once; anchors, aliases, tags and further documents are refused. It works on the parser's events and not on YamlDotNet's node
/// model, which stops at the first duplicate key and resolves aliases before anyone can refuse them.
/// </summary>
public sealed class YamlDocumentReader
{
    private const int MaxDepth = 60;
    private readonly IParser _events;
    private readonly string _file;
    private readonly ProblemList _problems;

    private YamlDocumentReader(IParser events, string file, ProblemList problems) =>
        (_events, _file, _problems) = (events, file, problems);

    /// <summary>Null, with a problem on the list, when the text is no YAML or is empty.</summary>
    public static YamlNode? Read(string text, string file, ProblemList problems)
    {
        var events = new Parser(new StringReader(text));
        try
        {
            return new YamlDocumentReader(events, file, problems).Document();
        }
        catch (YamlException e)
        {
            problems.Add(file, LineOf(e.Start), $"This is not YAML: {e.InnerException?.Message ?? e.Message}");
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or EndOfStreamException)
        {
            // What YamlDotNet's scanner throws, with no place, at some brackets that are not closed or have something behind them.
            problems.Add(file, events.Current is { } last ? LineOf(last.End) : 1, "This is not YAML: a bracket or brace is not closed here or soon after, or is followed by something.");
            return null;
        }
    }

    private YamlNode? Document()
    {
        _events.Consume<StreamStart>();
        if (_events.Accept<StreamEnd>(out _))
        {
            _problems.Add(_file, 0, "The file is empty.");
            return null;
        }
        _events.Consume<DocumentStart>();
        var root = Node("", 0);
        _events.Consume<DocumentEnd>();
        if (_events.Accept<DocumentStart>(out var second))
        {
            _problems.Add(_file, LineOf(second.Start), "A second document begins here; a file holds one.");
        }
        return root;
    }

    private YamlNode Node(string path, int depth)
    {
        var at = _events.Consume<ParsingEvent>();
        var line = LineOf(at.Start);
        if (depth > MaxDepth)
        {
            throw new YamlException(at.Start, at.End, $"nested more than {MaxDepth} deep.");
        }
        if (at is NodeEvent { Anchor.IsEmpty: false })
        {
            _problems.Add(_file, line, "Anchors (&name) are not used in these files: write the value out.");
        }
        if (at is NodeEvent { Tag.IsEmpty: false })
        {
            _problems.Add(_file, line, "Tags (!name) are not used in these files: every value is a text.");
        }
        switch (at)
        {
            case Scalar scalar:
                return new YamlNode(_file, line, path, _problems, scalar.Value);
            case SequenceStart:
                return new YamlNode(_file, line, path, _problems, Items(path, depth));
            case MappingStart:
                return new YamlNode(_file, line, path, _problems, Entries(path, depth));
            default:
                _problems.Add(_file, line, "Aliases (*name) are not used in these files: write the value out.");
                return new YamlNode(_file, line, path, _problems, "");
        }
    }

    private ImmutableArray<YamlNode> Items(string path, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_events.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node($"{path}[{items.Count + 1}]", depth + 1));
        }
        return items.ToImmutable();
    }

    private ImmutableArray<YamlEntry> Entries(string path, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!_events.TryConsume<MappingEnd>(out _))
        {
            var key = Node(path, depth + 1);
            var value = Node(path.Length > 0 ? $"{path}.{key.Text}" : key.Text, depth + 1);
            if (!key.IsScalar || key.IsBlank)
            {
                key.Report("A key must be a text.");
            }
            else if (!lines.TryAdd(key.Text, key.Line))
            {
                key.Report($"The key '{key.Text}' stands twice here; it is already on line {lines[key.Text]}.");
            }
            else
            {
                entries.Add(new YamlEntry(key.Text, key, value));
            }
        }
        return entries.ToImmutable();
    }

    private static int LineOf(Mark mark) => (int)mark.Line;
}
