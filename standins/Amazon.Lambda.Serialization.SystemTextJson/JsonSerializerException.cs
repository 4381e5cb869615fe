namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>An event could not be read or a response could not be written.</summary>
public class JsonSerializerException : Exception
{
    public JsonSerializerException(string message)
        : base(message)
    {
    }

    public JsonSerializerException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
