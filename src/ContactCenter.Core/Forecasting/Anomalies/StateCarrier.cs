using System.Buffers.Binary;

namespace ContactCenter.Core.Forecasting.Anomalies;

/// <summary>Carries a state into bytes or out of them, member by member in one order, so that writing and reading cannot differ.</summary>
internal ref struct StateCarrier
{
    private readonly Span<byte> _target;
    private readonly ReadOnlySpan<byte> _source;
    private readonly bool _writes;

    /// <summary>Writes.</summary>
    public StateCarrier(Span<byte> target)
    {
        _target = target;
        _writes = true;
    }

    /// <summary>Reads.</summary>
    public StateCarrier(ReadOnlySpan<byte> source) => _source = source;

    /// <summary>Bytes that were carried.</summary>
    public int Length { get; private set; }

    /// <summary>False when there were too few bytes to read.</summary>
    public bool IsWhole { get; private set; } = true;

    public double Carry(double value)
    {
        if (_writes)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(_target[Length..], value);
        }
        else if (Holds(sizeof(double)))
        {
            value = BinaryPrimitives.ReadDoubleLittleEndian(_source[Length..]);
        }

        Length += sizeof(double);
        return value;
    }

    public long Carry(long value)
    {
        if (_writes)
        {
            BinaryPrimitives.WriteInt64LittleEndian(_target[Length..], value);
        }
        else if (Holds(sizeof(long)))
        {
            value = BinaryPrimitives.ReadInt64LittleEndian(_source[Length..]);
        }

        Length += sizeof(long);
        return value;
    }

    public int Carry(int value)
    {
        if (_writes)
        {
            BinaryPrimitives.WriteInt32LittleEndian(_target[Length..], value);
        }
        else if (Holds(sizeof(int)))
        {
            value = BinaryPrimitives.ReadInt32LittleEndian(_source[Length..]);
        }

        Length += sizeof(int);
        return value;
    }

    public ushort Carry(ushort value)
    {
        if (_writes)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(_target[Length..], value);
        }
        else if (Holds(sizeof(ushort)))
        {
            value = BinaryPrimitives.ReadUInt16LittleEndian(_source[Length..]);
        }

        Length += sizeof(ushort);
        return value;
    }

    public void Carry(Span<byte> values)
    {
        if (_writes)
        {
            values.CopyTo(_target[Length..]);
        }
        else if (Holds(values.Length))
        {
            _source.Slice(Length, values.Length).CopyTo(values);
        }

        Length += values.Length;
    }

    public void Carry(Span<double> values)
    {
        foreach (ref var value in values)
        {
            value = Carry(value);
        }
    }

    private bool Holds(int bytes) => IsWhole = IsWhole && Length + bytes <= _source.Length;
}
