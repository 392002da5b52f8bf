namespace SiteGen.Templating.Running;

/// <summary>The <c>$names</c> of one page, function or <c>with</c>: a slot for each, known when it is parsed.</summary>
internal sealed class LocalTable
{
    private readonly List<string> _names = [];

    public int Count => _names.Count;

    public string NameOf(int slot) => _names[slot];

    public int Find(string name) => _names.IndexOf(name);

    public int FindOrAdd(string name)
    {
        var slot = _names.IndexOf(name);
        if (slot < 0)
        {
            slot = _names.Count;
            _names.Add(name);
        }

        return slot;
    }
}
