using System.Collections.Immutable;

namespace ZoneFlow.Policies.Drawing;

/// <summary>
/// Puts things of known size on rows from top to bottom so that none overlap: rows by the longest way, the order in a row by
/// barycentre, places as near to what they hang on as their neighbours let them. An arrow's words are a thing of their own
/// half-way, and where an arrow passes a row it has a place there too, so no line goes through a box.
/// </summary>
internal sealed class Layering
{
    private const double Apart = 22;
    private const double RowGap = 34;
    private readonly List<Spot> _spots = [];
    private readonly List<ImmutableArray<int>> _chains = [];
    private readonly List<List<int>> _rows = [];

    /// <param name="sizes">Of the boxes, in order.</param>
    /// <param name="arrows">Between boxes, with the size of their words (zero where there are none).</param>
    public Layering(IReadOnlyList<(double Width, double Height)> sizes, IReadOnlyList<(int From, int To, double Width, double Height)> arrows)
    {
        var (row, turned) = Rows(sizes.Count, arrows);
        for (var i = 0; i < sizes.Count; i++)
        {
            Add(row[i], sizes[i].Width, sizes[i].Height);
        }

        for (var i = 0; i < arrows.Count; i++)
        {
            var (upper, lower) = turned[i] ? (arrows[i].To, arrows[i].From) : (arrows[i].From, arrows[i].To);
            var chain = new List<int> { upper };

            // The words stand next to where the arrow comes from.
            var words = turned[i] ? row[lower] - 1 : row[upper] + 1;
            for (var at = row[upper] + 1; at < row[lower]; at++)
            {
                chain.Add(at == words ? Add(at, arrows[i].Width, arrows[i].Height) : Add(at, 2, 0));
            }

            chain.Add(lower);
            for (var c = 1; c < chain.Count; c++)
            {
                _spots[chain[c - 1]].Below.Add(chain[c]);
                _spots[chain[c]].Above.Add(chain[c - 1]);
            }

            if (turned[i])
            {
                chain.Reverse();
            }

            _chains.Add([.. chain]);
        }

        Order();
        PlaceRows();
        PlaceAcross();
    }

    public IReadOnlyList<Spot> Spots => _spots;

    /// <summary>For each arrow what it passes, from its beginning to its end: a box, its words, places, a box.</summary>
    public IReadOnlyList<ImmutableArray<int>> Chains => _chains;

    public double Width => _spots.Max(s => s.X + (s.Width / 2)) - _spots.Min(s => s.X - (s.Width / 2));

    public double Height => _spots.Max(s => s.RowTop + s.RowHeight);

    // An arrow that leads back up is turned round for as long as the rows are made.
    private static (int[] Row, bool[] Turned) Rows(int count, IReadOnlyList<(int From, int To, double Width, double Height)> arrows)
    {
        var turned = new bool[arrows.Count];
        var state = new byte[count];
        for (var i = 0; i < count; i++)
        {
            Visit(i);
        }

        var row = new int[count];
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = 0; i < arrows.Count; i++)
            {
                var (upper, lower) = turned[i] ? (arrows[i].To, arrows[i].From) : (arrows[i].From, arrows[i].To);
                if (upper != lower && row[lower] < row[upper] + 2)
                {
                    (row[lower], changed) = (row[upper] + 2, true);
                }
            }
        }

        // What nothing leads to stands right above what it leads to.
        for (var i = 0; i < count; i++)
        {
            if (!arrows.Where((a, n) => turned[n] ? a.From == i : a.To == i).Any())
            {
                row[i] = arrows.Select((a, n) => (Upper: turned[n] ? a.To : a.From, Lower: turned[n] ? a.From : a.To)).Where(a => a.Upper == i)
                    .Select(a => row[a.Lower] - 2).DefaultIfEmpty(row[i]).Min();
            }
        }

        return (row, turned);

        void Visit(int at)
        {
            if (state[at] != 0)
            {
                return;
            }

            state[at] = 1;
            for (var i = 0; i < arrows.Count; i++)
            {
                if (arrows[i].From == at)
                {
                    turned[i] = state[arrows[i].To] == 1;
                    Visit(arrows[i].To);
                }
            }

            state[at] = 2;
        }
    }

    private int Add(int row, double width, double height)
    {
        while (_rows.Count <= row)
        {
            _rows.Add([]);
        }

        _rows[row].Add(_spots.Count);
        _spots.Add(new Spot(row, width, height));
        return _spots.Count - 1;
    }

    private void Order()
    {
        Number();
        var (best, kept) = (Crossings(), _rows.Select(r => r.ToArray()).ToList());
        for (var sweep = 0; sweep < 24 && best > 0; sweep++)
        {
            var down = sweep % 2 == 0;
            foreach (var row in down ? _rows : Enumerable.Reverse(_rows))
            {
                var wanted = row.ToDictionary(s => s, s => Middle(down ? _spots[s].Above : _spots[s].Below, _spots[s].Order));
                var sorted = row.OrderBy(s => wanted[s]).ThenBy(s => _spots[s].Order).ToList();
                row.Clear();
                row.AddRange(sorted);
                Number();
            }

            if (Crossings() is var now && now < best)
            {
                (best, kept) = (now, [.. _rows.Select(r => r.ToArray())]);
            }
        }

        for (var r = 0; r < _rows.Count; r++)
        {
            _rows[r].Clear();
            _rows[r].AddRange(kept[r]);
        }

        Number();
    }

    private double Middle(List<int> neighbours, double otherwise) => neighbours.Count == 0 ? otherwise : neighbours.Average(n => _spots[n].Order);

    private void Number()
    {
        foreach (var row in _rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                _spots[row[i]].Order = i;
            }
        }
    }

    private int Crossings()
    {
        var crossings = 0;
        foreach (var row in _rows)
        {
            var lines = row.SelectMany(s => _spots[s].Below, (s, b) => (From: _spots[s].Order, To: _spots[b].Order)).ToList();
            for (var i = 0; i < lines.Count; i++)
            {
                for (var j = i + 1; j < lines.Count; j++)
                {
                    crossings += (lines[i].From - lines[j].From) * (lines[i].To - lines[j].To) < 0 ? 1 : 0;
                }
            }
        }

        return crossings;
    }

    private void PlaceRows()
    {
        var top = 0.0;
        foreach (var row in _rows)
        {
            var height = row.Select(s => _spots[s].Height).DefaultIfEmpty(0).Max();
            foreach (var spot in row)
            {
                (_spots[spot].RowTop, _spots[spot].RowHeight) = (top, height);
            }

            top += height + RowGap;
        }
    }

    private void PlaceAcross()
    {
        foreach (var row in _rows)
        {
            var x = 0.0;
            foreach (var spot in row)
            {
                _spots[spot].X = x + (_spots[spot].Width / 2);
                x += _spots[spot].Width + Apart;
            }
        }

        for (var round = 0; round < 60; round++)
        {
            foreach (var row in round % 2 == 0 ? _rows : Enumerable.Reverse(_rows))
            {
                Settle(row, s => Average(round % 2 == 0 ? s.Above : s.Below, s));
            }
        }

        foreach (var row in _rows)
        {
            Settle(row, s => Average([.. s.Above, .. s.Below], s));
        }

        var left = _spots.Min(s => s.X - (s.Width / 2));
        foreach (var spot in _spots)
        {
            spot.X -= left;
        }
    }

    private double Average(List<int> neighbours, Spot spot) => neighbours.Count == 0 ? spot.X : neighbours.Average(n => _spots[n].X);

    /// <summary>The places nearest to those wanted (by squares) that keep the order and the distance: neighbours that would overlap move as one.</summary>
    private void Settle(List<int> row, Func<Spot, double> wanted)
    {
        var blocks = new List<(double Sum, double Weight, int Count)>();
        var offset = new double[row.Count];
        for (var i = 0; i < row.Count; i++)
        {
            var spot = _spots[row[i]];
            offset[i] = i == 0 ? 0 : offset[i - 1] + ((_spots[row[i - 1]].Width + spot.Width) / 2) + Apart;

            // A line that only passes is kept straight first.
            var weight = spot.Height == 0 ? 4 : 1;
            var block = (Sum: (wanted(spot) - offset[i]) * weight, Weight: (double)weight, Count: 1);
            while (blocks.Count > 0 && blocks[^1].Sum / blocks[^1].Weight > block.Sum / block.Weight)
            {
                block = (block.Sum + blocks[^1].Sum, block.Weight + blocks[^1].Weight, block.Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
        }

        var at = 0;
        foreach (var block in blocks)
        {
            for (var i = 0; i < block.Count; i++, at++)
            {
                _spots[row[at]].X = (block.Sum / block.Weight) + offset[at];
            }
        }
    }

    /// <summary>A box, an arrow's words, or a place where an arrow passes a row.</summary>
    internal sealed class Spot(int row, double width, double height)
    {
        public int Row { get; } = row;

        public double Width { get; } = width;

        public double Height { get; } = height;

        /// <summary>Of its middle.</summary>
        public double X { get; set; }

        public double RowTop { get; set; }

        public double RowHeight { get; set; }

        public int Order { get; set; }

        public List<int> Above { get; } = [];

        public List<int> Below { get; } = [];

        public double Top => RowTop + ((RowHeight - Height) / 2);

        public double Bottom => Top + Height;
    }
}
