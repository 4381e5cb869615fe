using System.Globalization;

namespace ContactCenter.Simulation.Evaluation;

/// <summary>The text of a metric expression and the place that is read next.</summary>
internal sealed class ExpressionText(string text)
{
    public int Position { get; set; }

    public bool IsAtEnd => Position == text.Length;

    public char Next => text[Position];

    public bool IsAtNumber => !IsAtEnd && (char.IsAsciiDigit(Next) || Next == '.');

    public double Number()
    {
        var start = Position;
        while (IsAtNumber)
        {
            Position++;
        }

        var digits = text[start..Position];
        if (double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        Position = start;
        throw Error($"\"{digits}\" is no number.");
    }

    public string Word()
    {
        var start = Position;
        while (Position < text.Length && (char.IsAsciiLetterOrDigit(text[Position]) || text[Position] == '_'))
        {
            Position++;
        }

        return text[start..Position];
    }

    public bool TakeWord(string word)
    {
        SkipSpace();
        var start = Position;
        if (Word() == word)
        {
            return true;
        }

        Position = start;
        return false;
    }

    public bool TakeSymbol(string symbol) => TakeAny(symbol) is not null;

    public string? TakeAny(params ReadOnlySpan<string> symbols)
    {
        SkipSpace();
        foreach (var symbol in symbols)
        {
            if (string.CompareOrdinal(text, Position, symbol, 0, symbol.Length) == 0)
            {
                Position += symbol.Length;
                return symbol;
            }
        }

        return null;
    }

    public void Require(string symbol)
    {
        if (!TakeSymbol(symbol))
        {
            throw Error(Position == text.Length
                ? $"The expression ends where \"{symbol}\" was expected."
                : $"Found \"{text[Position]}\" where \"{symbol}\" was expected.");
        }
    }

    public void SkipSpace()
    {
        while (Position < text.Length && char.IsWhiteSpace(text[Position]))
        {
            Position++;
        }
    }

    public MetricExpressionException Error(string message) => new(message, text, Position);
}
