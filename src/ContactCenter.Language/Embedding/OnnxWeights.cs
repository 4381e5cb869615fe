using System.Runtime.InteropServices;
using System.Text;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Embedding;

/// <summary>
/// The weights of an ONNX file by name, and what multiplies with which: as much of the format (protocol buffers, fields of
/// <c>onnx.proto3</c>) as the encoder needs.
/// </summary>
internal sealed class OnnxWeights
{
    private const int GraphOfModel = 7;
    private const int NodeOfGraph = 1;
    private const int TensorOfGraph = 5;
    private const int InputOfNode = 1;
    private const int OutputOfNode = 2;
    private const int OperationOfNode = 4;
    private const int NameOfTensor = 8;
    private const int BytesOfTensor = 9;

    private readonly Dictionary<string, ReadOnlyMemory<byte>> _tensors = new(StringComparer.Ordinal);
    private readonly List<(string Operation, List<string> Inputs, string Output)> _nodes = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="EncoderFileException">It is no ONNX file.</exception>
    public OnnxWeights(ReadOnlyMemory<byte> file)
    {
        try
        {
            foreach (var (number, graph) in Fields(file))
            {
                if (number == GraphOfModel)
                {
                    ReadGraph(graph);
                }
            }
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new EncoderFileException(Problems.OnnxUnreadable, error);
        }
    }

    /// <summary>The numbers of a tensor.</summary>
    /// <exception cref="EncoderFileException">There is none of this name and length.</exception>
    public float[] Numbers(string name, int length) =>
        _tensors.TryGetValue(name, out var bytes) && bytes.Length == length * sizeof(float)
            ? MemoryMarshal.Cast<byte, float>(bytes.Span).ToArray()
            : throw new EncoderFileException(Problems.OnnxLacks(name));

    /// <summary>
    /// The matrix whose products a constant is added to, input by input: exporters name the constants after the layers, but number the
    /// matrices.
    /// </summary>
    /// <exception cref="EncoderFileException">There is none of this length.</exception>
    public float[] MatrixBefore(string constant, int length)
    {
        var sum = _nodes.Find(node => node.Operation == "Add" && node.Inputs.Contains(constant)).Inputs
            ?.Find(input => input != constant);
        var product = _nodes.Find(node => node.Operation == "MatMul" && node.Output == sum).Inputs;
        return product is [_, var matrix] ? Numbers(matrix, length) : throw new EncoderFileException(Problems.OnnxLacks(constant));
    }

    private void ReadGraph(ReadOnlyMemory<byte> graph)
    {
        foreach (var (number, field) in Fields(graph))
        {
            if (number == TensorOfGraph)
            {
                var (name, bytes) = ("", default(ReadOnlyMemory<byte>));
                foreach (var (of, value) in Fields(field))
                {
                    (name, bytes) = of switch
                    {
                        NameOfTensor => (Name(value), bytes),
                        BytesOfTensor => (name, value),
                        _ => (name, bytes),
                    };
                }

                _tensors[name] = bytes;
            }
            else if (number == NodeOfGraph)
            {
                var fields = Fields(field).ToArray();
                _nodes.Add((
                    All(fields, OperationOfNode).FirstOrDefault(""), All(fields, InputOfNode),
                    All(fields, OutputOfNode).FirstOrDefault("")));
            }
        }
    }

    private static List<string> All((int Number, ReadOnlyMemory<byte> Value)[] fields, int number) =>
        [.. fields.Where(field => field.Number == number).Select(static field => Name(field.Value))];

    private static string Name(ReadOnlyMemory<byte> value) => Encoding.UTF8.GetString(value.Span);

    /// <summary>The fields that have a length; others are passed over.</summary>
    private static IEnumerable<(int Number, ReadOnlyMemory<byte> Value)> Fields(ReadOnlyMemory<byte> message)
    {
        const int Varint = 0;
        const int Eight = 1;
        const int Delimited = 2;
        var at = 0;
        while (at < message.Length)
        {
            var tag = Number(message, ref at);
            switch (tag & 7)
            {
                case Varint:
                    _ = Number(message, ref at);
                    break;
                case Delimited:
                    var length = (int)Number(message, ref at);
                    yield return ((int)(tag >> 3), message.Slice(at, length));
                    at += length;
                    break;
                case var kind:
                    at += kind == Eight ? sizeof(long) : sizeof(int);
                    break;
            }
        }
    }

    private static ulong Number(ReadOnlyMemory<byte> message, ref int at)
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var part = message.Slice(at++, 1).Span[0];
            value |= (part & 0x7FUL) << shift;
            shift += 7;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
