Component({
  relations: { '../group/group': { type: 'parent' } },
  properties: { label: String },
});
