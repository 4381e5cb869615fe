namespace Amazon.Connect.Model;

public class Reference
{
    public string Value { get; set; }

    public ReferenceType Type { get; set; }

    public string Arn { get; set; }
}
